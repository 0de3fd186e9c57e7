CREATE TABLE people (
    account_id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL,
    language text NOT NULL,
    zone text NOT NULL,
    version bigint NOT NULL
);
CREATE TABLE belongings (
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX ix_belongings_account_id ON belongings (account_id);
CREATE TABLE recipients (
    account_id uuid NOT NULL PRIMARY KEY,
    last_seq bigint NOT NULL,
    read_up_to bigint NOT NULL,
    unread integer NOT NULL
);
CREATE TABLE notices (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    "values" jsonb NOT NULL,
    link text NOT NULL,
    at timestamptz NOT NULL
);
CREATE TABLE updates (
    account_id uuid NOT NULL,
    seq bigint NOT NULL,
    notice_id uuid NOT NULL,
    weight text NOT NULL,
    in_inbox boolean NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, seq)
);
CREATE INDEX ix_updates_account_id_in_inbox_seq ON updates (account_id, in_inbox, seq);
CREATE INDEX ix_updates_in_inbox_stored_at ON updates (in_inbox, stored_at);
CREATE INDEX ix_updates_notice_id ON updates (notice_id);
CREATE TABLE preferences (
    account_id uuid NOT NULL PRIMARY KEY,
    quiet_from text NOT NULL,
    quiet_to text NOT NULL,
    digest_at text NOT NULL,
    kinds jsonb NOT NULL
);
CREATE TABLE waiting_mails (
    account_id uuid NOT NULL,
    seq bigint NOT NULL,
    timing text NOT NULL,
    since timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, seq)
);
CREATE INDEX ix_waiting_mails_due_at ON waiting_mails (due_at);
