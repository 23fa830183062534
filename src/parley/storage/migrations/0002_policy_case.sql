-- 0002_policy_case.sql: what only a person may decide waits here for that person, with a deadline.
--
-- A message of which the gate says 'hold', a message that somebody reported, a restriction by WhatsApp, a name that
-- is on a list: each is a case. Whoever wrote it may not decide it. Safe while the old version runs: it writes none
-- of the new values, and the new column has a default.
SET LOCAL lock_timeout = '5s';

CREATE TABLE policy_case (
    tenant_id          uuid NOT NULL REFERENCES tenant,
    case_id            uuid NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('hold', 'report', 'enforcement', 'watch')),
    matter             text NOT NULL,                 -- 'message', 'template', 'item', 'application', 'number', ...
    subject            text NOT NULL,                 -- which of them: its id, or for WhatsApp's actions what they are
    message_id         uuid,
    conversation_id    uuid,
    number_id          text NOT NULL DEFAULT '',
    clauses            text[] NOT NULL,
    findings           jsonb NOT NULL,                -- rule, clause and sentence, never a word of the matter
    facts              jsonb NOT NULL DEFAULT '{}',
    reason             text NOT NULL DEFAULT '',      -- in the words of whoever opened it
    author_kind        text NOT NULL DEFAULT '',      -- who made what is decided on
    author_id          uuid,
    opened_by_kind     text NOT NULL,                 -- 'gate', 'agent', 'customer', 'platform', 'provider'
    opened_by          uuid,
    opened_at          timestamptz NOT NULL,
    due_at             timestamptz NOT NULL,
    handled_by         text[] NOT NULL,               -- roles
    needs              integer NOT NULL CHECK (needs BETWEEN 1 AND 2),  -- so many must agree to let it pass
    if_nobody_decides  text NOT NULL CHECK (if_nobody_decides IN ('refuse', 'uphold', 'escalate')),
    state              text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided', 'lapsed')),
    outcome            text CHECK (outcome IN ('released', 'refused', 'upheld', 'dismissed')),
    closed_at          timestamptz,
    appeal_text        text NOT NULL DEFAULT '',
    appeal_state       text NOT NULL DEFAULT '' CHECK (appeal_state IN ('', 'drafted', 'sent', 'granted', 'rejected')),
    PRIMARY KEY (tenant_id, case_id),
    CHECK ((state = 'open') = (outcome IS NULL AND closed_at IS NULL))
);
-- The same thing is not asked twice at once.
CREATE UNIQUE INDEX policy_case_subject ON policy_case (tenant_id, kind, subject) WHERE state = 'open';
CREATE INDEX policy_case_open ON policy_case (tenant_id, due_at, case_id) WHERE state = 'open';
CREATE INDEX policy_case_closed ON policy_case (tenant_id, closed_at DESC, case_id DESC) WHERE state <> 'open';
CREATE INDEX policy_case_message ON policy_case (tenant_id, message_id) WHERE message_id IS NOT NULL;

-- Append-only, one a person.
CREATE TABLE policy_case_vote (
    tenant_id   uuid NOT NULL,
    case_id     uuid NOT NULL,
    voter_id    uuid NOT NULL,                        -- an account of the Client or of its provider
    voter_kind  text NOT NULL CHECK (voter_kind IN ('person', 'provider', 'platform')),
    vote        text NOT NULL CHECK (vote IN ('release', 'refuse', 'uphold', 'dismiss')),
    note        text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, case_id, voter_id),
    FOREIGN KEY (tenant_id, case_id) REFERENCES policy_case
);

-- Names of the rules whose hold on this very message a person has lifted.
ALTER TABLE outbox ADD COLUMN released text[] NOT NULL DEFAULT '{}';
ALTER TABLE message DROP CONSTRAINT message_status_check;
ALTER TABLE message ADD CONSTRAINT message_status_check CHECK (status IN
    ('received', 'queued', 'held', 'accepted', 'sent', 'delivered', 'read', 'failed', 'refused', 'note'));

ALTER TABLE policy_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_case FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON policy_case USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON policy_case TO parley_app;
ALTER TABLE policy_case_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_case_vote FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON policy_case_vote USING (tenant_id = current_tenant());
GRANT SELECT, INSERT ON policy_case_vote TO parley_app;
