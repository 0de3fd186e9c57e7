CREATE TABLE job_documents (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    change bigint NOT NULL,
    document jsonb NOT NULL
);
CREATE INDEX ix_job_documents_change ON job_documents (change);
CREATE TABLE graduate_documents (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    change bigint NOT NULL,
    account_id uuid NULL,
    email text NULL,
    document jsonb NOT NULL
);
CREATE INDEX ix_graduate_documents_change ON graduate_documents (change);
CREATE INDEX ix_graduate_documents_account_id ON graduate_documents (account_id);
CREATE INDEX ix_graduate_documents_email ON graduate_documents (email);
CREATE TABLE change_counter (
    id integer NOT NULL PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO change_counter (id, last) VALUES (1, 0);
CREATE TABLE acquaintances (
    placement_id uuid NOT NULL PRIMARY KEY,
    graduate_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    version integer NOT NULL,
    until timestamptz NULL
);
CREATE INDEX ix_acquaintances_graduate_id_organisation_id ON acquaintances (graduate_id, organisation_id);
