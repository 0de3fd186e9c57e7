CREATE TABLE placements (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    job_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    graduate_id TEXT NOT NULL,
    college_id TEXT NULL,
    kind TEXT NOT NULL,
    zone TEXT NOT NULL,
    reply_days INTEGER NOT NULL,
    applied_at INTEGER NOT NULL,
    mandate_id TEXT NULL,
    letter TEXT NULL,
    move_count INTEGER NOT NULL,
    stage TEXT NOT NULL,
    stage_since INTEGER NOT NULL,
    reached TEXT NOT NULL,
    end_reason TEXT NULL,
    refusal_reason TEXT NULL,
    end_comment TEXT NULL,
    ended_on TEXT NULL,
    reply_by INTEGER NULL,
    answered_at INTEGER NULL,
    offered_at INTEGER NULL,
    accepted_at INTEGER NULL,
    started_on TEXT NULL,
    next_code TEXT NULL,
    next_side TEXT NULL,
    next_due_at INTEGER NULL,
    permit TEXT NULL,
    follow_ups TEXT NOT NULL,
    settled INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_placements_job_id_graduate_id ON placements (job_id, graduate_id) WHERE stage <> 'ended';
CREATE INDEX ix_placements_organisation_id_stage_id ON placements (organisation_id, stage, id);
CREATE INDEX ix_placements_college_id_stage_id ON placements (college_id, stage, id);
CREATE INDEX ix_placements_graduate_id ON placements (graduate_id);
CREATE INDEX ix_placements_change ON placements (change);
CREATE TABLE moves (
    id TEXT NOT NULL PRIMARY KEY,
    placement_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    deed TEXT NOT NULL,
    at INTEGER NOT NULL,
    account TEXT NULL,
    by TEXT NOT NULL,
    side TEXT NOT NULL,
    reason TEXT NULL,
    exception TEXT NULL,
    undone INTEGER NOT NULL,
    before TEXT NULL
);
CREATE UNIQUE INDEX ix_moves_placement_id_number ON moves (placement_id, number);
CREATE TABLE notes (
    id TEXT NOT NULL PRIMARY KEY,
    placement_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    by TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX ix_notes_placement_id ON notes (placement_id);
CREATE TABLE alarms (
    id TEXT NOT NULL PRIMARY KEY,
    placement_id TEXT NULL,
    kind TEXT NOT NULL,
    subject TEXT NULL,
    due_at INTEGER NOT NULL
);
CREATE INDEX ix_alarms_due_at ON alarms (due_at);
CREATE INDEX ix_alarms_placement_id ON alarms (placement_id);
CREATE INDEX ix_alarms_subject ON alarms (subject);
CREATE TABLE mandates (
    id TEXT NOT NULL PRIMARY KEY,
    graduate_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    until TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    how TEXT NULL,
    recorded_by TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    withdrawn_at INTEGER NULL
);
CREATE INDEX ix_mandates_graduate_id ON mandates (graduate_id);
CREATE INDEX ix_mandates_organisation_id ON mandates (organisation_id);
CREATE TABLE change_counter (
    id INTEGER NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
);
INSERT INTO change_counter (id, last) VALUES (1, 0);
CREATE TABLE known_jobs (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    organisation_id TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    language TEXT NOT NULL,
    country TEXT NOT NULL,
    need TEXT NOT NULL
);
CREATE INDEX ix_known_jobs_change ON known_jobs (change);
CREATE TABLE known_graduates (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    account_id TEXT NULL,
    email TEXT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    country TEXT NOT NULL,
    zone TEXT NOT NULL,
    hours TEXT NOT NULL,
    currency TEXT NULL,
    college_id TEXT NULL,
    college TEXT NULL,
    cohort TEXT NULL,
    programme TEXT NULL,
    removed INTEGER NOT NULL
);
CREATE INDEX ix_known_graduates_account_id ON known_graduates (account_id);
CREATE INDEX ix_known_graduates_email ON known_graduates (email);
CREATE INDEX ix_known_graduates_change ON known_graduates (change);
CREATE TABLE known_organisations (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    verified INTEGER NOT NULL
);
CREATE INDEX ix_known_organisations_kind ON known_organisations (kind);
CREATE TABLE seats (
    job_id TEXT NOT NULL PRIMARY KEY,
    openings INTEGER NOT NULL,
    filled INTEGER NOT NULL
);
