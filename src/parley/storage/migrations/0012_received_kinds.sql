-- 0012_received_kinds.sql: everything that WhatsApp tells of a message and of a person, and who has a thread: we, a
-- colleague on the phone, another application. Safe while the old version runs: columns with defaults, and a new table.
SET LOCAL lock_timeout = '5s';

-- Forwarded, from an advertisement, edited, deleted, or come another way than to us: see parley/core/messages/context.py.
ALTER TABLE message ADD COLUMN context jsonb NOT NULL DEFAULT '{}';

-- A user name is shown and never looked up by: it changes, and somebody else may take it.
ALTER TABLE contact ADD COLUMN username text NOT NULL DEFAULT '';

-- The id of a person over several linked businesses; used where there is nothing nearer.
ALTER TABLE contact_identity DROP CONSTRAINT contact_identity_kind_check;
ALTER TABLE contact_identity ADD CONSTRAINT contact_identity_kind_check
    CHECK (kind IN ('phone', 'user_id', 'parent_user_id'));

-- Who speaks with a person on a number, where it is not plainly us.
CREATE TABLE thread_owner (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    number_id   text NOT NULL,
    contact_id  uuid NOT NULL,
    owner       text NOT NULL CHECK (owner IN ('us', 'phone_app', 'other_app', 'meta_agent')),
    seen_at     timestamptz NOT NULL,             -- the newest sign of it, by the platform's time
    PRIMARY KEY (tenant_id, number_id, contact_id),
    FOREIGN KEY (tenant_id, number_id) REFERENCES number (tenant_id, number_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
ALTER TABLE thread_owner ENABLE ROW LEVEL SECURITY;
ALTER TABLE thread_owner FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON thread_owner USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON thread_owner TO parley_app;
