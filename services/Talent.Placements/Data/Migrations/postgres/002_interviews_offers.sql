CREATE TABLE interviews (
    id uuid NOT NULL PRIMARY KEY,
    placement_id uuid NOT NULL,
    job_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    graduate_id uuid NOT NULL,
    version integer NOT NULL,
    sequence integer NOT NULL,
    state text NOT NULL,
    slots jsonb NOT NULL,
    booked_start timestamptz NULL,
    booked_end timestamptz NULL,
    zone text NOT NULL,
    place text NOT NULL,
    panel jsonb NOT NULL,
    message text NULL,
    cancel_reason text NULL,
    organiser_name text NOT NULL,
    organiser_email text NOT NULL,
    scorecard jsonb NULL,
    proposed_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX ix_interviews_placement_id ON interviews (placement_id);
CREATE INDEX ix_interviews_organisation_id_booked_start ON interviews (organisation_id, booked_start);
CREATE INDEX ix_interviews_graduate_id_booked_start ON interviews (graduate_id, booked_start);
CREATE TABLE bookings (
    interview_id uuid NOT NULL PRIMARY KEY,
    job_id uuid NOT NULL,
    graduate_id uuid NOT NULL,
    start timestamptz NOT NULL,
    "end" timestamptz NOT NULL
);
CREATE UNIQUE INDEX ix_bookings_job_id_start ON bookings (job_id, start);
CREATE INDEX ix_bookings_graduate_id_start ON bookings (graduate_id, start);
CREATE TABLE calendar_subscriptions (
    account_id uuid NOT NULL PRIMARY KEY,
    role text NOT NULL,
    organisation_id uuid NULL,
    email text NOT NULL,
    language text NOT NULL,
    secret_hash text NOT NULL,
    since timestamptz NOT NULL
);
CREATE UNIQUE INDEX ix_calendar_subscriptions_secret_hash ON calendar_subscriptions (secret_hash);
CREATE TABLE offers (
    id uuid NOT NULL PRIMARY KEY,
    placement_id uuid NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    terms jsonb NOT NULL,
    document_hash text NOT NULL,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    expires_at timestamptz NOT NULL,
    reason text NULL,
    signed_name text NULL,
    signed_at timestamptz NULL,
    signed_by uuid NULL
);
CREATE UNIQUE INDEX ix_offers_placement_id_number ON offers (placement_id, number);
CREATE TABLE exchange_rates (
    currency text NOT NULL PRIMARY KEY,
    per_dollar numeric NOT NULL,
    "on" date NOT NULL,
    source text NOT NULL
);
