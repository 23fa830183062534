-- 0004_onboarding_and_catalogue.sql: who may become a Client (E1, F4), how people are asked to opt in (B5), what a Client
-- sells (E9), how its numbers stand (F1), and what is left of a person who was erased (D1).
-- Safe while the old version runs: new tables, and columns with defaults that nothing old reads.
SET LOCAL lock_timeout = '5s';

-- Lists of people and organisations that nobody may serve. They belong to the provider, for all its Clients.
CREATE TABLE watch_list (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    name       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('ofac', 'un', 'eu')),
    digest     text NOT NULL,                     -- SHA-256 of the file, kept with every hit
    entries    integer NOT NULL,
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE watch_entry (
    tenant_id    uuid NOT NULL,
    list_name    text NOT NULL,
    entry_id     text NOT NULL,
    sort         text NOT NULL CHECK (sort IN ('person', 'organisation', 'other')),
    names        jsonb NOT NULL,                  -- [[name, weak], ...]
    birth_years  integer[] NOT NULL,
    programme    text NOT NULL,
    keys         text[] NOT NULL,                 -- how its names sound, see parley/core/policy/sanctions/naming.py
    PRIMARY KEY (tenant_id, list_name, entry_id),
    FOREIGN KEY (tenant_id, list_name) REFERENCES watch_list ON DELETE CASCADE
);
CREATE INDEX watch_entry_keys ON watch_entry USING gin (keys);

-- Whom the provider may not serve again (F4).
CREATE TABLE barred_identity (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    kind       text NOT NULL CHECK (kind IN ('legal_name', 'registration_number', 'telephone', 'domain', 'email')),
    value      text NOT NULL,                     -- normalised, see parley/core/policy/barring.py
    client_id  uuid,                              -- whose it was
    reason     text NOT NULL DEFAULT '',
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, value)
);

CREATE TABLE client_application (
    tenant_id            uuid NOT NULL REFERENCES tenant,   -- the provider's
    application_id       uuid NOT NULL,
    state                text NOT NULL CHECK (state IN ('held', 'refused', 'cleared', 'approved', 'rejected')),
    name                 text NOT NULL,
    legal_name           text NOT NULL,
    countries            text[] NOT NULL,
    sector               text NOT NULL,
    description          text NOT NULL,
    display_names        text[] NOT NULL,
    websites             text[] NOT NULL,
    emails               text[] NOT NULL,
    telephones           text[] NOT NULL,
    registration_number  text NOT NULL,
    privacy_url          text NOT NULL,
    profile              jsonb NOT NULL,
    people               jsonb NOT NULL,                    -- [{"name", "role", "born"}, ...]
    licences             text[] NOT NULL,
    news_registration    text NOT NULL,
    timezone             text NOT NULL,
    watch_hits           jsonb NOT NULL,
    cleared_hits         text[] NOT NULL DEFAULT '{}',
    released             text[] NOT NULL DEFAULT '{}',      -- rules whose hold a person has lifted
    findings             jsonb NOT NULL,
    rulebook_version     text NOT NULL,
    client_id            uuid,                              -- the tenant it became
    submitted_by         uuid,
    submitted_at         timestamptz NOT NULL,
    decided_by           uuid,
    decided_at           timestamptz,
    note                 text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, application_id)
);
CREATE INDEX client_application_newest ON client_application (tenant_id, submitted_at DESC, application_id);
CREATE INDEX client_application_client ON client_application (tenant_id, client_id) WHERE client_id IS NOT NULL;

-- What a Client told of itself when it applied, as far as rules look at it.
ALTER TABLE tenant ADD COLUMN sector text NOT NULL DEFAULT '';
ALTER TABLE tenant ADD COLUMN countries text[] NOT NULL DEFAULT '{}';
ALTER TABLE tenant ADD COLUMN under_review text NOT NULL DEFAULT '';    -- why a person must look at it first (E1)
ALTER TABLE tenant ADD COLUMN cleared_hits text[] NOT NULL DEFAULT '{}'; -- likenesses that people found to be others

-- The words with which people are asked, checked before anybody sees them (B5, B6). A version is never changed.
CREATE TABLE opt_in_wording (
    tenant_id         uuid NOT NULL REFERENCES tenant,
    name              text NOT NULL,
    language          text NOT NULL,
    version           integer NOT NULL,
    text              text NOT NULL,
    method            text NOT NULL,
    purpose           text NOT NULL CHECK (purpose IN ('all', 'marketing', 'utility', 'authentication')),
    state             text NOT NULL CHECK (state IN ('cleared', 'held', 'refused', 'retired')),
    findings          jsonb NOT NULL,
    rulebook_version  text NOT NULL,
    created_by        uuid,
    created_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name, language, version)
);

-- What a Client sells, each item with the gate's word on it (E9).
CREATE TABLE catalogue_item (
    tenant_id         uuid NOT NULL REFERENCES tenant,
    catalogue_id      text NOT NULL,
    retailer_id       text NOT NULL,
    title             text NOT NULL,
    description       text NOT NULL,
    category          text NOT NULL,
    brand             text NOT NULL,
    url               text NOT NULL,
    image_url         text NOT NULL,
    price             text NOT NULL,
    availability      text NOT NULL,
    verdict           text NOT NULL CHECK (verdict IN ('allow', 'warn', 'hold', 'block')),
    findings          jsonb NOT NULL,
    rulebook_version  text NOT NULL,
    released          text[] NOT NULL DEFAULT '{}',
    source            text NOT NULL,              -- 'import', 'form', 'platform'
    updated_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, catalogue_id, retailer_id)
);
CREATE INDEX catalogue_item_not_cleared ON catalogue_item (tenant_id, catalogue_id, retailer_id)
    WHERE verdict IN ('hold', 'block');

-- One import: how many rows, and which were set aside for what.
CREATE TABLE catalogue_import (
    tenant_id     uuid NOT NULL REFERENCES tenant,
    import_id     uuid NOT NULL,
    catalogue_id  text NOT NULL,
    rows          integer NOT NULL,
    cleared       integer NOT NULL,
    held          integer NOT NULL,
    refused       integer NOT NULL,
    aside         jsonb NOT NULL,                 -- [{"row", "retailer_id", "reason"}, ...]
    by            uuid,
    at            timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, import_id)
);

-- How a number stands: what WhatsApp says, and what we do about it before WhatsApp does (F1).
ALTER TABLE number ADD COLUMN quality text NOT NULL DEFAULT 'UNKNOWN';
ALTER TABLE number ADD COLUMN restriction text NOT NULL DEFAULT '';
ALTER TABLE number ADD COLUMN standing text NOT NULL DEFAULT 'good' CHECK (standing IN ('good', 'slow', 'stopped'));
ALTER TABLE number ADD COLUMN standing_findings jsonb NOT NULL DEFAULT '[]';
ALTER TABLE number ADD COLUMN standing_at timestamptz;

-- What people did with a number's messages, by day, as far as it is not in our own tables.
CREATE TABLE number_feedback (
    tenant_id  uuid NOT NULL,
    number_id  text NOT NULL,
    day        date NOT NULL,
    blocks     integer NOT NULL DEFAULT 0,
    reports    integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, number_id, day),
    FOREIGN KEY (tenant_id, number_id) REFERENCES number (tenant_id, number_id)
);

-- Somebody who was erased and had said stop: a keyed hash of each number, so that the stop outlives the person's data.
CREATE TABLE suppressed_identity (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    mark       bytea NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, mark)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['watch_list', 'watch_entry', 'barred_identity', 'client_application', 'opt_in_wording',
                                'catalogue_item', 'catalogue_import', 'number_feedback', 'suppressed_identity']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY of_tenant ON %I USING (tenant_id = current_tenant())', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_app', name);
    END LOOP;
END $$;
-- What people were shown stays as it was, but for its state; and a stop is not taken back.
REVOKE UPDATE, DELETE ON opt_in_wording, suppressed_identity FROM parley_app;
GRANT UPDATE (state) ON opt_in_wording TO parley_app;
REVOKE DELETE ON barred_identity, client_application FROM parley_app;
