CREATE TABLE notes (
    id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL,
    at timestamptz NOT NULL,
    body jsonb NOT NULL
);
CREATE INDEX ix_notes_at_id ON notes (at, id);
CREATE TABLE effects (
    id uuid NOT NULL PRIMARY KEY,
    consumer text NOT NULL,
    note_id uuid NOT NULL
);
CREATE TABLE mirrors (
    note_id uuid NOT NULL PRIMARY KEY,
    version integer NOT NULL
);
