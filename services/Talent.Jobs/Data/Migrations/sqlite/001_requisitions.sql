CREATE TABLE requisitions (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    external_id TEXT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    need TEXT NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_requisitions_organisation_id_external_id ON requisitions (organisation_id, external_id);
CREATE INDEX ix_requisitions_organisation_id_id ON requisitions (organisation_id, id);
CREATE INDEX ix_requisitions_updated_at_id ON requisitions (updated_at, id);
CREATE INDEX ix_requisitions_organisation_id_state ON requisitions (organisation_id, state);
CREATE TABLE employers (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    verified INTEGER NOT NULL,
    version INTEGER NOT NULL,
    followed INTEGER NOT NULL
);
