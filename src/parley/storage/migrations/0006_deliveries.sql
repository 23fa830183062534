-- 0006_deliveries.sql: what arrived, when, and what WhatsApp said of its price: the accounts of both models (C1, C5, C6).
-- Safe while the old version runs: a new table only.
SET LOCAL lock_timeout = '5s';

CREATE TABLE delivery (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    message_id   uuid NOT NULL,
    number_id    text NOT NULL,
    contact_id   uuid NOT NULL,
    market       text NOT NULL,                   -- the country of the person's number, 'Other' where there is none
    category     text NOT NULL,                   -- the template's, or 'service'
    window_open  boolean NOT NULL,                -- whether they had written within 24 hours before it arrived
    at           timestamptz NOT NULL,            -- the platform's time of its arrival
    reported     text NOT NULL DEFAULT '',        -- the platform's word on its price: type/category
    PRIMARY KEY (tenant_id, message_id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message ON DELETE CASCADE
);
CREATE INDEX delivery_time ON delivery (tenant_id, at);
ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON delivery USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery TO parley_app;
