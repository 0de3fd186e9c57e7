CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    account_id TEXT NULL,
    actor TEXT NOT NULL,
    organisation_id TEXT NULL,
    action TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT NULL,
    detail TEXT NULL,
    address TEXT NULL,
    agent TEXT NULL
);
CREATE INDEX ix_audit_organisation_id_id ON audit (organisation_id, id);
-- What was done stays done: not even the service itself can change or remove an entry.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'The audit trail is append-only.');
END;
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'The audit trail is append-only.');
END;
-- INSERT OR REPLACE removes without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'The audit trail is append-only.');
END;
