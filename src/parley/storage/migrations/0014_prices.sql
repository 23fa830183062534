-- 0014_prices.sql: rate cards, the price that was foretold of a message, and what it was charged (C1, C5, C6).
-- Safe while the old version runs: new tables, and a column with a default that nothing old reads.
SET LOCAL lock_timeout = '5s';

ALTER TABLE delivery ADD COLUMN model text NOT NULL DEFAULT '';  -- PMP or CBP, as the platform says; '' where it did not

-- A card replaces the whole of the one before it, from its first day on in the tenant's time zone.
CREATE TABLE price_card (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    card_id      uuid NOT NULL,
    account_id   text NOT NULL,                   -- WhatsApp Business Account id: it is charged in one currency
    model        text NOT NULL CHECK (model IN ('message', 'conversation')),
    currency     text NOT NULL,
    valid_from   date NOT NULL,
    name         text NOT NULL,                   -- of the file
    example      boolean NOT NULL DEFAULT false,  -- made up, nobody's price
    imported_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, card_id),
    UNIQUE (tenant_id, account_id, model, valid_from)
);
ALTER TABLE price_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_card FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_card USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_card TO parley_app;

CREATE TABLE price_rate (
    tenant_id  uuid NOT NULL,
    card_id    uuid NOT NULL,
    market     text NOT NULL,
    category   text NOT NULL,
    low        integer NOT NULL,                  -- of which to which charged message of a month, both included
    high       integer,
    amount     numeric(12, 6) NOT NULL,
    PRIMARY KEY (tenant_id, card_id, market, category, low),
    FOREIGN KEY (tenant_id, card_id) REFERENCES price_card ON DELETE CASCADE
);
ALTER TABLE price_rate ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_rate FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_rate USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_rate TO parley_app;

-- How many charged messages a month has had: the tiers go by it.
CREATE TABLE price_volume (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    month      text NOT NULL,                     -- such as 2026-11, in the tenant's time zone
    market     text NOT NULL,
    category   text NOT NULL,
    charged    bigint NOT NULL,
    PRIMARY KEY (tenant_id, month, market, category)
);
ALTER TABLE price_volume ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_volume FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_volume USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_volume TO parley_app;

-- What we said a template would cost, when it was written.
CREATE TABLE price_foretold (
    tenant_id   uuid NOT NULL,
    message_id  uuid NOT NULL,
    kind        text NOT NULL,                    -- regular, free_customer_service, free_entry_point
    category    text NOT NULL,
    amount      numeric(12, 6),                   -- 0 for what is free; null where nobody could say
    currency    text NOT NULL DEFAULT '',
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, message_id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message ON DELETE CASCADE
);
ALTER TABLE price_foretold ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_foretold FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_foretold USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_foretold TO parley_app;

-- What a template that arrived was charged, by WhatsApp's own word and the card in force. Booked once.
CREATE TABLE price_booking (
    tenant_id   uuid NOT NULL,
    message_id  uuid NOT NULL,
    kind        text NOT NULL,                    -- as foretold; within_conversation: paid with the one that opened it
    category    text NOT NULL,
    market      text NOT NULL,                    -- of the card; the country where no card has it
    nth         bigint NOT NULL DEFAULT 0,        -- which charged one of the month it was
    amount      numeric(12, 6),
    currency    text NOT NULL DEFAULT '',
    at          timestamptz NOT NULL,             -- of its arrival
    PRIMARY KEY (tenant_id, message_id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES delivery ON DELETE CASCADE
);
ALTER TABLE price_booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_booking FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_booking USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_booking TO parley_app;
