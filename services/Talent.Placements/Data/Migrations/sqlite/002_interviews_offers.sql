CREATE TABLE interviews (
    id TEXT NOT NULL PRIMARY KEY,
    placement_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    graduate_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    state TEXT NOT NULL,
    slots TEXT NOT NULL,
    booked_start INTEGER NULL,
    booked_end INTEGER NULL,
    zone TEXT NOT NULL,
    place TEXT NOT NULL,
    panel TEXT NOT NULL,
    message TEXT NULL,
    cancel_reason TEXT NULL,
    organiser_name TEXT NOT NULL,
    organiser_email TEXT NOT NULL,
    scorecard TEXT NULL,
    proposed_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE INDEX ix_interviews_placement_id ON interviews (placement_id);
CREATE INDEX ix_interviews_organisation_id_booked_start ON interviews (organisation_id, booked_start);
CREATE INDEX ix_interviews_graduate_id_booked_start ON interviews (graduate_id, booked_start);
CREATE TABLE bookings (
    interview_id TEXT NOT NULL PRIMARY KEY,
    job_id TEXT NOT NULL,
    graduate_id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_bookings_job_id_start ON bookings (job_id, start);
CREATE INDEX ix_bookings_graduate_id_start ON bookings (graduate_id, start);
CREATE TABLE calendar_subscriptions (
    account_id TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    organisation_id TEXT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    since INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_calendar_subscriptions_secret_hash ON calendar_subscriptions (secret_hash);
CREATE TABLE offers (
    id TEXT NOT NULL PRIMARY KEY,
    placement_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    terms TEXT NOT NULL,
    document_hash TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    reason TEXT NULL,
    signed_name TEXT NULL,
    signed_at INTEGER NULL,
    signed_by TEXT NULL
);
CREATE UNIQUE INDEX ix_offers_placement_id_number ON offers (placement_id, number);
CREATE TABLE exchange_rates (
    currency TEXT NOT NULL PRIMARY KEY,
    per_dollar TEXT NOT NULL,
    "on" TEXT NOT NULL,
    source TEXT NOT NULL
);
