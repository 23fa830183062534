-- 0013_notices.sql: what WhatsApp tells a business about its account, numbers, templates and groups, kept to be read.
-- Of people it holds nothing: counts at most. Safe while the old version runs: a new table only.
SET LOCAL lock_timeout = '5s';

CREATE TABLE platform_notice (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    notice_id  bigint GENERATED ALWAYS AS IDENTITY,
    number_id  text NOT NULL,                     -- of the number, or of the business account
    field      text NOT NULL,                     -- the webhook's own name
    event      text NOT NULL,
    sentence   text NOT NULL,                     -- for people
    facts      jsonb NOT NULL,
    grave      boolean NOT NULL DEFAULT false,    -- somebody should look at it
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, notice_id)
);
ALTER TABLE platform_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON platform_notice USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_notice TO parley_app;
