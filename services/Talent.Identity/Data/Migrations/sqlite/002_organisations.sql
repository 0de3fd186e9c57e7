CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT NULL,
    registration_number TEXT NULL,
    website TEXT NULL,
    state TEXT NOT NULL,
    reason TEXT NULL,
    decided_by TEXT NULL,
    decided_at INTEGER NULL,
    submitted_at INTEGER NULL,
    version INTEGER NOT NULL,
    members_version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE INDEX ix_organisations_state_id ON organisations (state, id);
CREATE TABLE memberships (
    organisation_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    role TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX ix_memberships_account_id ON memberships (account_id);
CREATE TABLE papers (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL
);
CREATE INDEX ix_papers_organisation_id_id ON papers (organisation_id, id);
CREATE TABLE paper_contents (
    paper_id TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
);
CREATE TABLE invitations (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    hash BLOB NOT NULL,
    invited_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_invitations_hash ON invitations (hash);
CREATE UNIQUE INDEX ix_invitations_organisation_id_email ON invitations (organisation_id, email);
CREATE TABLE api_keys (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    name TEXT NOT NULL,
    hash BLOB NOT NULL,
    start TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER NULL,
    last_used_from TEXT NULL
);
CREATE UNIQUE INDEX ix_api_keys_hash ON api_keys (hash);
CREATE INDEX ix_api_keys_organisation_id_id ON api_keys (organisation_id, id);
