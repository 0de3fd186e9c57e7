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
