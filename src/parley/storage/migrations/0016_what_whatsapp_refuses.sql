-- 0016_what_whatsapp_refuses.sql: a refusal that holds for the next message too is kept, so that the next is not tried;
-- what the platform says of limits and of templates' quality is kept for the rules; our own files go to the file store.
-- Safe while the old version runs: the columns may be empty, the table and the index are new.
SET LOCAL lock_timeout = '5s';

ALTER TABLE number ADD COLUMN daily_limit integer;        -- people it may write to first in 24 hours; null: not known
ALTER TABLE number ADD COLUMN held_code integer;          -- the platform's code for which nothing leaves it
ALTER TABLE number ADD COLUMN held_times integer NOT NULL DEFAULT 0;  -- how often in a row it was tried in vain
ALTER TABLE number ADD COLUMN held_until timestamptz;     -- when one message is tried again
ALTER TABLE template ADD COLUMN quality text NOT NULL DEFAULT '';     -- GREEN, YELLOW, RED, UNKNOWN; '': not told
-- Whom it wrote to first today is counted before each that follows.
CREATE INDEX message_templates_out ON message (tenant_id, at) WHERE direction = 'out' AND type = 'template';

-- A person who gets nothing, or no marketing, because the platform refused to deliver it to them.
CREATE TABLE suppression (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    number_id   text NOT NULL,
    contact_id  uuid NOT NULL,
    reach       text NOT NULL CHECK (reach IN ('all', 'marketing')),
    code        integer NOT NULL,                 -- the platform's word
    at          timestamptz NOT NULL,             -- a word of the person after this ends it
    until       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, number_id, contact_id, reach),
    FOREIGN KEY (tenant_id, number_id) REFERENCES number (tenant_id, number_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
ALTER TABLE suppression ENABLE ROW LEVEL SECURITY;
ALTER TABLE suppression FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON suppression USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON suppression TO parley_app;

-- What one of us uploaded is durable here first; a worker moves it on.
CREATE INDEX media_to_move ON media (tenant_id) WHERE content IS NOT NULL;
