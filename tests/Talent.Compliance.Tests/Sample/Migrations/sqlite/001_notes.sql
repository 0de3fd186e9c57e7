CREATE TABLE notes (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX ix_notes_at_id ON notes (at, id);
CREATE TABLE effects (
    id TEXT NOT NULL PRIMARY KEY,
    consumer TEXT NOT NULL,
    note_id TEXT NOT NULL
);
CREATE TABLE mirrors (
    note_id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
);
