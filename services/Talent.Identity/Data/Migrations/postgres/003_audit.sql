CREATE TABLE audit (
    id uuid NOT NULL PRIMARY KEY,
    at timestamptz NOT NULL,
    account_id uuid NULL,
    actor text NOT NULL,
    organisation_id uuid NULL,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id text NULL,
    detail text NULL,
    address text NULL,
    agent text NULL
);
CREATE INDEX ix_audit_organisation_id_id ON audit (organisation_id, id);
-- What was done stays done: not even the service itself can change or remove an entry.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only.';
END
$$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
