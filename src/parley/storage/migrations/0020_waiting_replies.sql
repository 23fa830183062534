-- 0020_waiting_replies.sql: an agent's reply, written while the window is closed, leaves when the customer next writes.
-- It is no message and no row of the outbox before that: nothing that sends can come upon it.
-- Safe while the old version runs: the table is new, and the column of the outbox may be empty.
SET LOCAL lock_timeout = '5s';

CREATE TABLE waiting_reply (
    tenant_id        uuid NOT NULL REFERENCES tenant,
    conversation_id  uuid NOT NULL,
    reply_id         uuid NOT NULL,                -- of the message that it becomes, which so can be there only once
    content          jsonb NOT NULL,               -- one of parley/core/messages
    reply_to         text NOT NULL DEFAULT '',     -- wamid that is quoted
    written_by       uuid NOT NULL,                -- whose words they are: of whoever changed them last
    written_at       timestamptz NOT NULL,
    until            timestamptz NOT NULL,         -- too old to go by itself from then on
    stopped          text NOT NULL DEFAULT '' CHECK (stopped IN
        ('', 'opted_out', 'too_old', 'closed', 'bot_has_it', 'elsewhere', 'refused')),
    refusal          jsonb,                        -- {clause, sentence, next_step, next_sentence}, where the gate refused
    PRIMARY KEY (tenant_id, conversation_id),      -- one at a time
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation
);
ALTER TABLE waiting_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE waiting_reply FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON waiting_reply USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_reply TO parley_app;

-- When its author wrote what had to wait; null: when it was queued. An opt-out since then stops it (B7).
ALTER TABLE outbox ADD COLUMN written_at timestamptz;
