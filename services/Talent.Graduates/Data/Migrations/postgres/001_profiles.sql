CREATE TABLE profiles (
    id uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NULL,
    external_id text NULL,
    account_id uuid NULL,
    email text NULL,
    cohort text NULL,
    programme text NULL,
    country text NOT NULL,
    version integer NOT NULL,
    graduate jsonb NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ix_profiles_organisation_id_external_id ON profiles (organisation_id, external_id);
CREATE INDEX ix_profiles_organisation_id_cohort_id ON profiles (organisation_id, cohort, id);
CREATE UNIQUE INDEX ix_profiles_account_id ON profiles (account_id);
CREATE INDEX ix_profiles_email ON profiles (email);
CREATE TABLE acquaintances (
    placement_id uuid NOT NULL PRIMARY KEY,
    graduate_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    version integer NOT NULL,
    until timestamptz NULL
);
CREATE INDEX ix_acquaintances_graduate_id_organisation_id ON acquaintances (graduate_id, organisation_id);
