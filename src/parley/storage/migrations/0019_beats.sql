-- 0019_beats.sql: a worker that died, and a WhatsApp that has fallen silent, are told from a quiet hour.
-- Safe while the old version runs: the table is new, and an old worker leaves no beat in it.
SET LOCAL lock_timeout = '5s';

CREATE TABLE beat (
    tenant_id         uuid PRIMARY KEY REFERENCES tenant,
    worked_at         timestamptz NOT NULL,   -- a worker was at work for it
    heard_up_to       bigint NOT NULL,        -- the newest event of its inbox
    heard_at          timestamptz NOT NULL,   -- when that was new
    unanswered_since  timestamptz             -- a message went out then, and nothing was heard since; null: all is well
);
ALTER TABLE beat ENABLE ROW LEVEL SECURITY;
ALTER TABLE beat FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON beat USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON beat TO parley_app;

-- Of the whole installation: for whoever watches it without a name.
GRANT SELECT ON beat TO parley_directory;
CREATE POLICY directory ON beat FOR SELECT TO parley_directory USING (true);
CREATE FUNCTION directory_beat() RETURNS TABLE (worked_at timestamptz, unanswered_since timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT max(worked_at), min(unanswered_since) FROM beat $$;
GRANT CREATE ON SCHEMA public TO parley_directory;
ALTER FUNCTION directory_beat() OWNER TO parley_directory;
REVOKE CREATE ON SCHEMA public FROM parley_directory;
REVOKE EXECUTE ON FUNCTION directory_beat() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory_beat() TO parley_app;
