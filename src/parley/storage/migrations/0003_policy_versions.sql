-- 0003_policy_versions.sql: later texts of the policy (F3). A loosening holds for a Client only by its own choice, which
-- somebody else approved; and what a new version no longer allows is kept here, and stopped by it.
-- Safe while the old version runs: new tables that nothing old reads.
SET LOCAL lock_timeout = '5s';

CREATE TABLE policy_choice (
    tenant_id       uuid NOT NULL REFERENCES tenant,
    choice_id       uuid NOT NULL,
    version         text NOT NULL,                 -- of parley/core/policy/versions
    reason          text NOT NULL,
    chosen_by       uuid NOT NULL,                 -- an account of the Client, or of its provider on its behalf
    chosen_at       timestamptz NOT NULL,
    effective_from  date NOT NULL,
    approved_by     uuid,                          -- an account of the provider, and never who chose
    approved_at     timestamptz,
    withdrawn_by    uuid,
    withdrawn_at    timestamptz,
    PRIMARY KEY (tenant_id, choice_id),
    CHECK (approved_by <> chosen_by),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX policy_choice_version ON policy_choice (tenant_id, version) WHERE withdrawn_at IS NULL;

-- One look at everything that stands, by one rulebook.
CREATE TABLE policy_screening (
    tenant_id         uuid NOT NULL REFERENCES tenant,
    screening_id      uuid NOT NULL,
    rulebook_version  text NOT NULL,
    cause             text NOT NULL,               -- 'version', 'daily', 'command'
    began_at          timestamptz NOT NULL,
    screened          integer NOT NULL,
    failed            integer NOT NULL,
    PRIMARY KEY (tenant_id, screening_id)
);
CREATE INDEX policy_screening_newest ON policy_screening (tenant_id, began_at DESC);

-- What no longer holds: stopped from then on, until a later look finds it in order.
CREATE TABLE policy_stop (
    tenant_id         uuid NOT NULL REFERENCES tenant,
    kind              text NOT NULL,               -- 'template', 'bot_answer', 'canned_reply', 'wording', 'item', ...
    subject           text NOT NULL,               -- which of them
    title             text NOT NULL,               -- for people: its name, never its words
    verdict           text NOT NULL CHECK (verdict IN ('hold', 'block')),
    clauses           text[] NOT NULL,
    findings          jsonb NOT NULL,
    rulebook_version  text NOT NULL,
    stopped_at        timestamptz NOT NULL,
    lifted_at         timestamptz,
    PRIMARY KEY (tenant_id, kind, subject)
);
CREATE INDEX policy_stop_now ON policy_stop (tenant_id, kind, subject) WHERE lifted_at IS NULL;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['policy_choice', 'policy_screening', 'policy_stop']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_tenant ON %I USING (tenant_id = current_tenant())', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO parley_app', name);
    END LOOP;
END $$;
-- Who chose what and why stays as it was written.
GRANT UPDATE (approved_by, approved_at, withdrawn_by, withdrawn_at) ON policy_choice TO parley_app;
GRANT UPDATE ON policy_stop TO parley_app;
