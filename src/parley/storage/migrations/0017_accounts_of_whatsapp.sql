-- 0017_accounts_of_whatsapp.sql: whose portfolio a number is of, since its limit of people is the portfolio's; what WhatsApp
-- itself counts and charges by account and day (C5); and the sign-ups by which numbers are connected on the page.
-- Safe while the old version runs: a column with a default, and new tables.
SET LOCAL lock_timeout = '5s';

ALTER TABLE number ADD COLUMN business_id text NOT NULL DEFAULT '';  -- the portfolio that owns the account; '': not known

-- A day (UTC) of an account, with when WhatsApp was last asked about it. A day without any message is known, too.
CREATE TABLE price_total_day (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    account_id  text NOT NULL,
    day         date NOT NULL,
    currency    text NOT NULL,                    -- of the account; '': WhatsApp shows no amounts
    asked_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id, day)
);
ALTER TABLE price_total_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_total_day FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_total_day USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_total_day TO parley_app;

CREATE TABLE price_total (
    tenant_id   uuid NOT NULL,
    account_id  text NOT NULL,
    day         date NOT NULL,
    country     text NOT NULL,                    -- two letters, or Other
    category    text NOT NULL,                    -- as statuses write it: utility, authentication-international, ...
    kind        text NOT NULL,                    -- regular, free_customer_service, free_entry_point
    count       bigint NOT NULL,
    amount      numeric(14, 6),                   -- null: WhatsApp shows none
    PRIMARY KEY (tenant_id, account_id, day, country, category, kind),
    FOREIGN KEY (tenant_id, account_id, day) REFERENCES price_total_day ON DELETE CASCADE
);
ALTER TABLE price_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_total FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_total USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_total TO parley_app;

-- Why an account's totals could not be fetched. It goes when they could.
CREATE TABLE price_total_trouble (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    account_id  text NOT NULL,
    code        integer NOT NULL,                 -- the platform's word; 0: no answer
    sentence    text NOT NULL,
    retriable   boolean NOT NULL,                 -- whether it is asked again by itself soon
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
);
ALTER TABLE price_total_trouble ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_total_trouble FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON price_total_trouble USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON price_total_trouble TO parley_app;

-- A number that is connected on the page: WhatsApp's dialogue, then the steps of parley connect.
CREATE TABLE sign_up (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    sign_up_id   uuid NOT NULL,
    state        text NOT NULL CHECK (state IN ('open', 'waiting', 'stopped', 'connected', 'cancelled')),
    in_app       boolean NOT NULL,                -- the number stays in the Business App
    begun_by     uuid NOT NULL,                   -- an account of the provider's
    begun_at     timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    account_id   text NOT NULL DEFAULT '',        -- as the dialogue told, then as WhatsApp confirms
    number_id    text NOT NULL DEFAULT '',
    redirect_uri text NOT NULL,                   -- where the dialogue ended: it belongs to the code
    sealed       bytea,                           -- code or token, and PIN, encrypted; empty when it is over
    steps        jsonb NOT NULL DEFAULT '[]',     -- [{"name", "sentence", "at"}, ...], in order
    trouble      text NOT NULL DEFAULT '',        -- what went wrong and what mends it
    needs        text NOT NULL DEFAULT '',        -- what is to be given: 'pin', 'dialogue'; '': nothing
    PRIMARY KEY (tenant_id, sign_up_id)
);
CREATE INDEX sign_up_newest ON sign_up (tenant_id, begun_at DESC);
ALTER TABLE sign_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_up FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON sign_up USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_up TO parley_app;

-- A person whom somebody at the desk has blocked for abuse: until a colleague has looked at it, for a day at most.
CREATE TABLE person_block (
    tenant_id     uuid NOT NULL REFERENCES tenant,
    block_id      uuid NOT NULL,
    number_id     text NOT NULL,
    contact_id    uuid NOT NULL,
    state         text NOT NULL CHECK (state IN ('wanted', 'blocked', 'lifting', 'lifted', 'refused')),
    reason        text NOT NULL CHECK (reason IN ('abuse', 'threat', 'sexual', 'spam')),
    note          text NOT NULL,                  -- what happened, in the agent's words
    blocked_by    uuid NOT NULL,
    blocked_at    timestamptz NOT NULL,
    until         timestamptz NOT NULL,           -- when it ends by itself
    confirmed_by  uuid,                           -- a colleague who supervises
    confirmed_at  timestamptz,
    lifted_by     uuid,                           -- null: it ended by itself
    lifted_at     timestamptz,
    code          integer NOT NULL DEFAULT 0,     -- the platform's, where it refused
    PRIMARY KEY (tenant_id, block_id),
    FOREIGN KEY (tenant_id, number_id) REFERENCES number (tenant_id, number_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
-- One at a time of a person on a number.
CREATE UNIQUE INDEX person_block_standing ON person_block (tenant_id, number_id, contact_id)
 WHERE state IN ('wanted', 'blocked', 'lifting');
ALTER TABLE person_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_block FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON person_block USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON person_block TO parley_app;
