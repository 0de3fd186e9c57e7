CREATE TABLE organisations (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    country text NULL,
    registration_number text NULL,
    state text NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE TABLE memberships (
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX ix_memberships_account_id ON memberships (account_id);
