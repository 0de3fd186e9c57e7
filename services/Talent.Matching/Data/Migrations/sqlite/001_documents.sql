CREATE TABLE job_documents (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX ix_job_documents_change ON job_documents (change);
CREATE TABLE graduate_documents (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    account_id TEXT NULL,
    email TEXT NULL,
    document TEXT NOT NULL
);
CREATE INDEX ix_graduate_documents_change ON graduate_documents (change);
CREATE INDEX ix_graduate_documents_account_id ON graduate_documents (account_id);
CREATE INDEX ix_graduate_documents_email ON graduate_documents (email);
CREATE TABLE change_counter (
    id INTEGER NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
);
INSERT INTO change_counter (id, last) VALUES (1, 0);
CREATE TABLE acquaintances (
    placement_id TEXT NOT NULL PRIMARY KEY,
    graduate_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    until INTEGER NULL
);
CREATE INDEX ix_acquaintances_graduate_id_organisation_id ON acquaintances (graduate_id, organisation_id);
