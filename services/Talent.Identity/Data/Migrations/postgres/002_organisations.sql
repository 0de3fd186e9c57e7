CREATE TABLE organisations (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    country text NULL,
    registration_number text NULL,
    website text NULL,
    state text NOT NULL,
    reason text NULL,
    decided_by text NULL,
    decided_at timestamptz NULL,
    submitted_at timestamptz NULL,
    version integer NOT NULL,
    members_version integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX ix_organisations_state_id ON organisations (state, id);
CREATE TABLE memberships (
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX ix_memberships_account_id ON memberships (account_id);
CREATE TABLE papers (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_at timestamptz NOT NULL
);
CREATE INDEX ix_papers_organisation_id_id ON papers (organisation_id, id);
CREATE TABLE paper_contents (
    paper_id uuid NOT NULL PRIMARY KEY,
    content bytea NOT NULL
);
CREATE TABLE invitations (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    hash bytea NOT NULL,
    invited_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ix_invitations_hash ON invitations (hash);
CREATE UNIQUE INDEX ix_invitations_organisation_id_email ON invitations (organisation_id, email);
CREATE TABLE api_keys (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    hash bytea NOT NULL,
    start text NOT NULL,
    scopes text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz NULL,
    last_used_from text NULL
);
CREATE UNIQUE INDEX ix_api_keys_hash ON api_keys (hash);
CREATE INDEX ix_api_keys_organisation_id_id ON api_keys (organisation_id, id);
