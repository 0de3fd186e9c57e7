CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    last_error TEXT NULL
) WITHOUT ROWID;
CREATE INDEX ix_outbox_delivered_at_due_at ON outbox (delivered_at, due_at);
CREATE TABLE inbox (
    message_id TEXT NOT NULL,
    consumer TEXT NOT NULL,
    handled_at INTEGER NOT NULL,
    PRIMARY KEY (message_id, consumer)
) WITHOUT ROWID;
CREATE INDEX ix_inbox_handled_at ON inbox (handled_at);
CREATE TABLE dead_letters (
    id TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    error TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    died_at INTEGER NOT NULL
);
CREATE TABLE outgoing_mails (
    id TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    last_error TEXT NULL
);
CREATE INDEX ix_outgoing_mails_due_at ON outgoing_mails (due_at);
CREATE TABLE idempotency_keys (
    caller TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    location TEXT NULL,
    e_tag TEXT NULL,
    body TEXT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (caller, endpoint, key)
) WITHOUT ROWID;
CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    organisation_verified INTEGER NOT NULL,
    account_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    publish INTEGER NOT NULL,
    state TEXT NOT NULL,
    total INTEGER NOT NULL,
    processed INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    stumbles INTEGER NOT NULL,
    failure TEXT NULL,
    notes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    lease_until INTEGER NOT NULL
);
CREATE INDEX ix_imports_organisation_id_id ON imports (organisation_id, id);
CREATE INDEX ix_imports_state ON imports (state);
CREATE TABLE import_errors (
    import_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    row INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (import_id, number)
);
CREATE TABLE import_files (
    import_id TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
);
