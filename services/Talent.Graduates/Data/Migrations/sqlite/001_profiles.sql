CREATE TABLE profiles (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NULL,
    external_id TEXT NULL,
    account_id TEXT NULL,
    email TEXT NULL,
    cohort TEXT NULL,
    programme TEXT NULL,
    country TEXT NOT NULL,
    version INTEGER NOT NULL,
    graduate TEXT NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_profiles_organisation_id_external_id ON profiles (organisation_id, external_id);
CREATE INDEX ix_profiles_organisation_id_cohort_id ON profiles (organisation_id, cohort, id);
CREATE UNIQUE INDEX ix_profiles_account_id ON profiles (account_id);
CREATE INDEX ix_profiles_email ON profiles (email);
CREATE TABLE acquaintances (
    placement_id TEXT NOT NULL PRIMARY KEY,
    graduate_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    until INTEGER NULL
);
CREATE INDEX ix_acquaintances_graduate_id_organisation_id ON acquaintances (graduate_id, organisation_id);
