CREATE TABLE requisitions (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL,
    organisation_name text NOT NULL,
    external_id text NULL,
    state text NOT NULL,
    version integer NOT NULL,
    need jsonb NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ix_requisitions_organisation_id_external_id ON requisitions (organisation_id, external_id);
CREATE INDEX ix_requisitions_organisation_id_id ON requisitions (organisation_id, id);
CREATE INDEX ix_requisitions_updated_at_id ON requisitions (updated_at, id);
CREATE INDEX ix_requisitions_organisation_id_state ON requisitions (organisation_id, state);
CREATE TABLE employers (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL,
    verified boolean NOT NULL,
    version integer NOT NULL,
    followed boolean NOT NULL
);
