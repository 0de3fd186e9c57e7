CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    is_demo INTEGER NOT NULL,
    acts_for TEXT NULL,
    second_factor_key TEXT NULL,
    offered_key TEXT NULL,
    last_code_step INTEGER NOT NULL,
    person_version INTEGER NOT NULL,
    email TEXT NULL,
    normalized_email TEXT NULL,
    email_confirmed INTEGER NOT NULL,
    password_hash TEXT NULL,
    security_stamp TEXT NULL,
    concurrency_stamp TEXT NULL,
    two_factor_enabled INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_normalized_email ON accounts (normalized_email);
CREATE TABLE passkeys (
    credential_id BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    data TEXT NOT NULL,
    last_used_at INTEGER NULL
);
CREATE INDEX ix_passkeys_user_id ON passkeys (user_id);
CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (account_id, hash)
);
CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    secret_hash BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    address TEXT NULL,
    device TEXT NOT NULL,
    acting_organisation_id TEXT NULL,
    second_factor INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER NULL
);
CREATE UNIQUE INDEX ix_sessions_secret_hash ON sessions (secret_hash);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE TABLE refresh_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NULL
);
CREATE INDEX ix_refresh_tokens_session_id ON refresh_tokens (session_id);
CREATE TABLE registrations (
    id TEXT NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL,
    email TEXT NOT NULL,
    normalized_email TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    "as" TEXT NOT NULL,
    organisation TEXT NULL,
    is_void INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER NULL
);
CREATE UNIQUE INDEX ix_registrations_hash ON registrations (hash);
CREATE TABLE links (
    hash BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    account_id TEXT NULL,
    expires_at INTEGER NULL,
    used_at INTEGER NULL
);
CREATE TABLE failures (
    key TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
);
CREATE INDEX ix_failures_ends_at ON failures (ends_at);
