CREATE TABLE outbox (
    id uuid NOT NULL PRIMARY KEY,
    type text NOT NULL,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    delivered_at timestamptz NULL,
    attempts integer NOT NULL,
    due_at timestamptz NOT NULL,
    last_error text NULL
);
CREATE INDEX ix_outbox_delivered_at_due_at ON outbox (delivered_at, due_at);
CREATE TABLE inbox (
    message_id uuid NOT NULL,
    consumer text NOT NULL,
    handled_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, consumer)
);
CREATE INDEX ix_inbox_handled_at ON inbox (handled_at);
CREATE TABLE dead_letters (
    id uuid NOT NULL PRIMARY KEY,
    type text NOT NULL,
    body text NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    died_at timestamptz NOT NULL
);
CREATE TABLE outgoing_mails (
    id uuid NOT NULL PRIMARY KEY,
    address text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    language text NOT NULL,
    created_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz NOT NULL,
    last_error text NULL
);
CREATE INDEX ix_outgoing_mails_due_at ON outgoing_mails (due_at);
CREATE TABLE idempotency_keys (
    caller text NOT NULL,
    endpoint text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status integer NOT NULL,
    location text NULL,
    e_tag text NULL,
    body text NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (caller, endpoint, key)
);
CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);
CREATE TABLE imports (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL,
    organisation_name text NOT NULL,
    organisation_verified boolean NOT NULL,
    account_id uuid NOT NULL,
    file_name text NOT NULL,
    publish boolean NOT NULL,
    state text NOT NULL,
    total integer NOT NULL,
    processed integer NOT NULL,
    accepted integer NOT NULL,
    updated integer NOT NULL,
    unchanged integer NOT NULL,
    rejected integer NOT NULL,
    stumbles integer NOT NULL,
    failure jsonb NULL,
    notes jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    lease_until timestamptz NOT NULL
);
CREATE INDEX ix_imports_organisation_id_id ON imports (organisation_id, id);
CREATE INDEX ix_imports_state ON imports (state);
CREATE TABLE import_errors (
    import_id uuid NOT NULL,
    number integer NOT NULL,
    row integer NOT NULL,
    error jsonb NOT NULL,
    PRIMARY KEY (import_id, number)
);
CREATE TABLE import_files (
    import_id uuid NOT NULL PRIMARY KEY,
    content bytea NOT NULL
);
