CREATE TABLE placements (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    change bigint NOT NULL,
    job_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    graduate_id uuid NOT NULL,
    college_id uuid NULL,
    kind text NOT NULL,
    zone text NOT NULL,
    reply_days integer NOT NULL,
    applied_at timestamptz NOT NULL,
    mandate_id uuid NULL,
    letter text NULL,
    move_count integer NOT NULL,
    stage text NOT NULL,
    stage_since timestamptz NOT NULL,
    reached text NOT NULL,
    end_reason text NULL,
    refusal_reason text NULL,
    end_comment text NULL,
    ended_on date NULL,
    reply_by timestamptz NULL,
    answered_at timestamptz NULL,
    offered_at timestamptz NULL,
    accepted_at timestamptz NULL,
    started_on date NULL,
    next_code text NULL,
    next_side text NULL,
    next_due_at timestamptz NULL,
    permit jsonb NULL,
    follow_ups jsonb NOT NULL,
    settled boolean NOT NULL
);
CREATE UNIQUE INDEX ix_placements_job_id_graduate_id ON placements (job_id, graduate_id) WHERE stage <> 'ended';
CREATE INDEX ix_placements_organisation_id_stage_id ON placements (organisation_id, stage, id);
CREATE INDEX ix_placements_college_id_stage_id ON placements (college_id, stage, id);
CREATE INDEX ix_placements_graduate_id ON placements (graduate_id);
CREATE INDEX ix_placements_change ON placements (change);
CREATE TABLE moves (
    id uuid NOT NULL PRIMARY KEY,
    placement_id uuid NOT NULL,
    number integer NOT NULL,
    "from" text NOT NULL,
    "to" text NOT NULL,
    deed text NOT NULL,
    at timestamptz NOT NULL,
    account uuid NULL,
    by text NOT NULL,
    side text NOT NULL,
    reason text NULL,
    exception text NULL,
    undone boolean NOT NULL,
    before jsonb NULL
);
CREATE UNIQUE INDEX ix_moves_placement_id_number ON moves (placement_id, number);
CREATE TABLE notes (
    id uuid NOT NULL PRIMARY KEY,
    placement_id uuid NOT NULL,
    at timestamptz NOT NULL,
    account uuid NOT NULL,
    by text NOT NULL,
    text text NOT NULL
);
CREATE INDEX ix_notes_placement_id ON notes (placement_id);
CREATE TABLE alarms (
    id uuid NOT NULL PRIMARY KEY,
    placement_id uuid NULL,
    kind text NOT NULL,
    subject uuid NULL,
    due_at timestamptz NOT NULL
);
CREATE INDEX ix_alarms_due_at ON alarms (due_at);
CREATE INDEX ix_alarms_placement_id ON alarms (placement_id);
CREATE INDEX ix_alarms_subject ON alarms (subject);
CREATE TABLE mandates (
    id uuid NOT NULL PRIMARY KEY,
    graduate_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    until date NOT NULL,
    ends_at timestamptz NOT NULL,
    how text NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    withdrawn_at timestamptz NULL
);
CREATE INDEX ix_mandates_graduate_id ON mandates (graduate_id);
CREATE INDEX ix_mandates_organisation_id ON mandates (organisation_id);
CREATE TABLE change_counter (
    id integer NOT NULL PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO change_counter (id, last) VALUES (1, 0);
CREATE TABLE known_jobs (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    change bigint NOT NULL,
    organisation_id uuid NOT NULL,
    organisation_name text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    title_key text NOT NULL,
    language text NOT NULL,
    country text NOT NULL,
    need jsonb NOT NULL
);
CREATE INDEX ix_known_jobs_change ON known_jobs (change);
CREATE TABLE known_graduates (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    change bigint NOT NULL,
    account_id uuid NULL,
    email text NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    country text NOT NULL,
    zone text NOT NULL,
    hours text NOT NULL,
    currency text NULL,
    college_id uuid NULL,
    college text NULL,
    cohort text NULL,
    programme text NULL,
    removed boolean NOT NULL
);
CREATE INDEX ix_known_graduates_account_id ON known_graduates (account_id);
CREATE INDEX ix_known_graduates_email ON known_graduates (email);
CREATE INDEX ix_known_graduates_change ON known_graduates (change);
CREATE TABLE known_organisations (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    verified boolean NOT NULL
);
CREATE INDEX ix_known_organisations_kind ON known_organisations (kind);
CREATE TABLE seats (
    job_id uuid NOT NULL PRIMARY KEY,
    openings integer NOT NULL,
    filled integer NOT NULL
);
