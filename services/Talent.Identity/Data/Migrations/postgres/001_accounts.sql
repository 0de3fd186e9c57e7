CREATE TABLE accounts (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    language text NOT NULL,
    zone text NOT NULL,
    created_at timestamptz NOT NULL,
    is_demo boolean NOT NULL,
    acts_for uuid NULL,
    second_factor_key text NULL,
    offered_key text NULL,
    last_code_step bigint NOT NULL,
    person_version bigint NOT NULL,
    email text NULL,
    normalized_email text NULL,
    email_confirmed boolean NOT NULL,
    password_hash text NULL,
    security_stamp text NULL,
    concurrency_stamp text NULL,
    two_factor_enabled boolean NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_normalized_email ON accounts (normalized_email);
CREATE TABLE passkeys (
    credential_id bytea NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL,
    data text NOT NULL,
    last_used_at timestamptz NULL
);
CREATE INDEX ix_passkeys_user_id ON passkeys (user_id);
CREATE TABLE recovery_codes (
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (account_id, hash)
);
CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    address text NULL,
    device text NOT NULL,
    acting_organisation_id uuid NULL,
    second_factor boolean NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz NULL
);
CREATE UNIQUE INDEX ix_sessions_secret_hash ON sessions (secret_hash);
CREATE INDEX ix_sessions_account_id ON sessions (account_id);
CREATE TABLE refresh_tokens (
    hash bytea NOT NULL PRIMARY KEY,
    session_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz NULL
);
CREATE INDEX ix_refresh_tokens_session_id ON refresh_tokens (session_id);
CREATE TABLE registrations (
    id uuid NOT NULL PRIMARY KEY,
    hash bytea NOT NULL,
    email text NOT NULL,
    normalized_email text NOT NULL,
    password_hash text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    zone text NOT NULL,
    "as" text NOT NULL,
    organisation jsonb NULL,
    is_void boolean NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz NULL
);
CREATE UNIQUE INDEX ix_registrations_hash ON registrations (hash);
CREATE TABLE links (
    hash bytea NOT NULL PRIMARY KEY,
    purpose text NOT NULL,
    account_id uuid NULL,
    expires_at timestamptz NULL,
    used_at timestamptz NULL
);
CREATE TABLE failures (
    key text NOT NULL PRIMARY KEY,
    failures integer NOT NULL,
    ends_at bigint NOT NULL
);
CREATE INDEX ix_failures_ends_at ON failures (ends_at);
