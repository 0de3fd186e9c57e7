CREATE TABLE people (
    account_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE TABLE belongings (
    organisation_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    PRIMARY KEY (organisation_id, account_id)
) WITHOUT ROWID;
CREATE INDEX ix_belongings_account_id ON belongings (account_id);
CREATE TABLE recipients (
    account_id TEXT NOT NULL PRIMARY KEY,
    last_seq INTEGER NOT NULL,
    read_up_to INTEGER NOT NULL,
    unread INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE notices (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    "values" TEXT NOT NULL,
    link TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE updates (
    account_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    notice_id TEXT NOT NULL,
    weight TEXT NOT NULL,
    in_inbox INTEGER NOT NULL,
    stored_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, seq)
) WITHOUT ROWID;
CREATE INDEX ix_updates_account_id_in_inbox_seq ON updates (account_id, in_inbox, seq);
CREATE INDEX ix_updates_in_inbox_stored_at ON updates (in_inbox, stored_at);
CREATE INDEX ix_updates_notice_id ON updates (notice_id);
CREATE TABLE preferences (
    account_id TEXT NOT NULL PRIMARY KEY,
    quiet_from TEXT NOT NULL,
    quiet_to TEXT NOT NULL,
    digest_at TEXT NOT NULL,
    kinds TEXT NOT NULL
);
CREATE TABLE waiting_mails (
    account_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    timing TEXT NOT NULL,
    since INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, seq)
);
CREATE INDEX ix_waiting_mails_due_at ON waiting_mails (due_at);
