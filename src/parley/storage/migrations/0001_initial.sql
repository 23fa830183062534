-- 0001_initial.sql: the first schema. Every table belongs to a tenant, every key begins with it, and
-- row-level security is forced from the first table on.
--
-- Two kinds of tenant: a provider, who runs the service, and a Client, a business it runs the service for.
-- The application connects as parley_app, which owns nothing and can not bypass row security. What must be
-- known before a tenant is known (whose number is this, who logs in) is asked of four functions that belong
-- to parley_directory, a role nobody can log in as and that may read three tables only.

CREATE TABLE tenant (
    tenant_id    uuid PRIMARY KEY,
    kind         text NOT NULL CHECK (kind IN ('provider', 'client')),
    provider_id  uuid REFERENCES tenant,
    slug         text NOT NULL UNIQUE,
    name         text NOT NULL,
    legal_name   text NOT NULL DEFAULT '',
    country      text NOT NULL DEFAULT 'GB',
    timezone     text NOT NULL DEFAULT 'Europe/London',
    privacy_url  text NOT NULL DEFAULT '',
    status       text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'terminated')),
    opening      jsonb NOT NULL DEFAULT '{}',   -- {"mon": [["09:00", "17:00"]], ...} in the tenant's time zone
    created_at   timestamptz NOT NULL,
    CHECK ((kind = 'provider') = (provider_id IS NULL))
);

CREATE TABLE number (
    tenant_id             uuid NOT NULL REFERENCES tenant,
    number_id             text NOT NULL,          -- the platform's phone number id, not the telephone number
    account_id            text NOT NULL,          -- WhatsApp Business Account id
    display_phone_number  text NOT NULL,
    display_name          text NOT NULL,
    access_token          bytea NOT NULL,         -- encrypted, see parley/storage/secrets.py
    profile               jsonb NOT NULL DEFAULT '{}',  -- support_contact, email, websites, telephone, about
    profile_confirmed_at  timestamptz,
    rate_per_second       integer NOT NULL DEFAULT 80,
    status                text NOT NULL DEFAULT 'CONNECTED',
    created_at            timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, number_id),
    UNIQUE (number_id)
);

CREATE TABLE team (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    team_id    uuid NOT NULL,
    name       text NOT NULL,
    PRIMARY KEY (tenant_id, team_id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE account (
    tenant_id         uuid NOT NULL REFERENCES tenant,
    account_id        uuid NOT NULL,
    email             text NOT NULL,
    name              text NOT NULL,
    password_hash     text NOT NULL,
    role              text NOT NULL CHECK (role IN ('agent', 'supervisor', 'admin', 'provider')),
    team_id           uuid,
    skills            text[] NOT NULL DEFAULT '{}',
    languages         text[] NOT NULL DEFAULT '{en}',
    capacity          integer NOT NULL DEFAULT 4 CHECK (capacity BETWEEN 0 AND 50),
    presence          text NOT NULL DEFAULT 'offline' CHECK (presence IN ('online', 'away', 'offline')),
    presence_at       timestamptz NOT NULL,
    last_assigned_at  timestamptz,
    created_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    UNIQUE (tenant_id, email),
    FOREIGN KEY (tenant_id, team_id) REFERENCES team (tenant_id, team_id)
);
CREATE UNIQUE INDEX account_email ON account (lower(email));

CREATE TABLE session (
    tenant_id   uuid NOT NULL,
    token_hash  bytea NOT NULL,
    account_id  uuid NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, token_hash),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account ON DELETE CASCADE
);
CREATE UNIQUE INDEX session_token ON session (token_hash);

-- The inbox log: one row for each message or status that the platform reported, durable before we answer 200.
CREATE TABLE inbox_event (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    event_id     bigint GENERATED ALWAYS AS IDENTITY,
    number_id    text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('message', 'status', 'other')),
    dedup_key    text NOT NULL,                   -- the platform's id, see parley/whatsapp/webhook.py
    lane         text NOT NULL,                   -- whose conversation: handled in order within a lane
    payload      jsonb NOT NULL,                  -- the change, already redacted (D3)
    received_at  timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'quarantined')),
    attempts     integer NOT NULL DEFAULT 0,
    reason       text,                            -- why it was set aside, in plain words
    handled_at   timestamptz,
    PRIMARY KEY (tenant_id, event_id),
    UNIQUE (tenant_id, dedup_key)
);
CREATE INDEX inbox_pending ON inbox_event (tenant_id, event_id) WHERE state = 'pending';
CREATE INDEX inbox_quarantined ON inbox_event (tenant_id, event_id) WHERE state = 'quarantined';

CREATE TABLE contact (
    tenant_id      uuid NOT NULL REFERENCES tenant,
    contact_id     uuid NOT NULL,
    name           text NOT NULL DEFAULT '',
    language       text NOT NULL DEFAULT '',
    number_source  text NOT NULL,                 -- how we came by the number (B4): 'wrote_first', 'form', 'import', ...
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, contact_id)
);

-- A person is not a phone number: any of these may be missing, several may point to one person.
CREATE TABLE contact_identity (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    kind        text NOT NULL CHECK (kind IN ('phone', 'user_id')),
    value       text NOT NULL,                    -- canonical, see parley/core/contacts/identity.py
    contact_id  uuid NOT NULL,
    wa_id       text NOT NULL DEFAULT '',         -- as the platform wrote it: what we send to
    PRIMARY KEY (tenant_id, kind, value),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX contact_identity_contact ON contact_identity (tenant_id, contact_id);

-- Opt-ins and opt-outs, append-only; the newest row for a purpose decides (B4 to B7).
CREATE TABLE consent (
    tenant_id        uuid NOT NULL REFERENCES tenant,
    consent_id       bigint GENERATED ALWAYS AS IDENTITY,
    contact_id       uuid NOT NULL,
    purpose          text NOT NULL CHECK (purpose IN ('all', 'marketing', 'utility', 'authentication')),
    action           text NOT NULL CHECK (action IN ('opt_in', 'opt_out')),
    method           text NOT NULL,               -- 'form', 'chat', 'keyword', 'platform', 'agent', 'telephone', ...
    wording          text NOT NULL DEFAULT '',
    wording_version  text NOT NULL DEFAULT '',
    language         text NOT NULL DEFAULT '',
    evidence         jsonb NOT NULL DEFAULT '{}',
    recorded_by      text NOT NULL,
    at               timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, consent_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX consent_contact ON consent (tenant_id, contact_id, consent_id DESC);

CREATE TABLE template (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    account_id   text NOT NULL,
    name         text NOT NULL,
    language     text NOT NULL,
    category     text NOT NULL CHECK (category IN ('marketing', 'utility', 'authentication')),
    status       text NOT NULL,
    components   jsonb NOT NULL,                  -- the platform's component list
    updated_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, account_id, name, language)
);

CREATE TABLE conversation (
    tenant_id          uuid NOT NULL REFERENCES tenant,
    conversation_id    uuid NOT NULL,
    number_id          text NOT NULL,
    contact_id         uuid NOT NULL,
    state              text NOT NULL CHECK (state IN
        ('bot', 'queued', 'offered', 'active', 'waiting', 'snoozed', 'wrap_up', 'closed')),
    owner_kind         text NOT NULL CHECK (owner_kind IN ('bot', 'queue', 'person', 'nobody')),
    owner_id           uuid,                      -- the account, when the owner is a person
    owner_version      integer NOT NULL DEFAULT 1,  -- grows with every new owner and every message of the customer
    owner_since        integer NOT NULL DEFAULT 1,  -- the version at which the present owner took it
    team_id            uuid,
    skill              text NOT NULL DEFAULT '',
    language           text NOT NULL DEFAULT '',
    failed_turns       integer NOT NULL DEFAULT 0,
    asked_back         boolean NOT NULL DEFAULT false,
    window_expires_at  timestamptz,               -- 24 h after the customer's last message, by its own time stamp (C4)
    queued_at          timestamptz,
    due_at             timestamptz,               -- when the present state must change by itself
    unread             integer NOT NULL DEFAULT 0,
    last_message_at    timestamptz NOT NULL,
    last_message_text  text NOT NULL DEFAULT '',
    last_message_from  text NOT NULL DEFAULT 'customer',
    created_at         timestamptz NOT NULL,
    closed_at          timestamptz,
    PRIMARY KEY (tenant_id, conversation_id),
    FOREIGN KEY (tenant_id, number_id) REFERENCES number (tenant_id, number_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact,
    CHECK ((owner_kind = 'person') = (owner_id IS NOT NULL))
);
CREATE UNIQUE INDEX conversation_open ON conversation (tenant_id, number_id, contact_id) WHERE state <> 'closed';
CREATE INDEX conversation_all ON conversation (tenant_id, last_message_at DESC, conversation_id DESC);
CREATE INDEX conversation_not_closed ON conversation (tenant_id, last_message_at DESC, conversation_id DESC)
    WHERE state <> 'closed';
CREATE INDEX conversation_mine ON conversation (tenant_id, owner_id, last_message_at DESC, conversation_id DESC)
    WHERE owner_id IS NOT NULL AND state <> 'closed';
CREATE INDEX conversation_queue ON conversation (tenant_id, queued_at, conversation_id)
    WHERE state IN ('queued', 'offered');
CREATE INDEX conversation_due ON conversation (tenant_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX conversation_contact ON conversation (tenant_id, contact_id);

-- The thread. A note is seen by colleagues only and can never reach the outbox.
CREATE TABLE message (
    tenant_id        uuid NOT NULL REFERENCES tenant,
    conversation_id  uuid NOT NULL,
    message_id       uuid NOT NULL,
    position         bigint GENERATED ALWAYS AS IDENTITY,
    direction        text NOT NULL CHECK (direction IN ('in', 'out', 'note')),
    author_kind      text NOT NULL CHECK (author_kind IN ('customer', 'bot', 'agent', 'system')),
    author_id        uuid,
    platform_id      text,                        -- wamid; null until the platform accepted ours
    idempotency_key  text,
    reply_to         text,                        -- wamid that is quoted
    type             text NOT NULL,
    content          jsonb NOT NULL,              -- one of parley/core/messages
    status           text NOT NULL DEFAULT 'received' CHECK (status IN
        ('received', 'queued', 'accepted', 'sent', 'delivered', 'read', 'failed', 'refused', 'note')),
    error            jsonb,                       -- {code, clause, sentence, next_step} of a refusal or failure
    at               timestamptz NOT NULL,        -- the platform's time for theirs, ours for ours
    PRIMARY KEY (tenant_id, message_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation
);
CREATE UNIQUE INDEX message_platform ON message (tenant_id, platform_id) WHERE platform_id IS NOT NULL;
CREATE UNIQUE INDEX message_idempotency ON message (tenant_id, conversation_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
CREATE INDEX message_thread ON message (tenant_id, conversation_id, position DESC);

CREATE TABLE media (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    media_id     uuid NOT NULL,
    number_id    text NOT NULL,
    platform_id  text,                            -- the platform's media id
    mime_type    text NOT NULL,
    filename     text NOT NULL DEFAULT '',
    size         bigint,
    state        text NOT NULL CHECK (state IN ('pending', 'stored', 'failed')),
    attempts     integer NOT NULL DEFAULT 0,
    due_at       timestamptz,
    reason       text,
    content      bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, media_id)
);
CREATE INDEX media_pending ON media (tenant_id, due_at) WHERE state = 'pending';

-- What is to be sent. The only way out: the sender claims a row, asks the gate once more, then the wire.
CREATE TABLE outbox (
    tenant_id      uuid NOT NULL REFERENCES tenant,
    message_id     uuid NOT NULL,
    position       bigint GENERATED ALWAYS AS IDENTITY,
    number_id      text NOT NULL,
    contact_id     uuid,
    owner_version  integer,                       -- what the author saw; null where no owner is needed
    kind           text NOT NULL CHECK (kind IN ('message', 'read', 'typing')),
    state          text NOT NULL DEFAULT 'pending' CHECK (state IN
        ('pending', 'sending', 'sent', 'refused', 'failed', 'held')),
    attempts       integer NOT NULL DEFAULT 0,
    due_at         timestamptz NOT NULL,
    claimed_at     timestamptz,                   -- when it was handed to the wire; a crash leaves it in 'sending'
    confirms_opt_out  boolean NOT NULL DEFAULT false,  -- the one confirmation that B7 permits
    PRIMARY KEY (tenant_id, message_id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message
);
CREATE INDEX outbox_pending ON outbox (tenant_id, number_id, position) WHERE state = 'pending';
CREATE INDEX outbox_contact ON outbox (tenant_id, contact_id, position) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_sending ON outbox (tenant_id, claimed_at) WHERE state = 'sending';

-- One routing decision: who was offered the conversation, why, and what came of it.
CREATE TABLE offer (
    tenant_id        uuid NOT NULL REFERENCES tenant,
    offer_id         uuid NOT NULL,
    conversation_id  uuid NOT NULL,
    account_id       uuid NOT NULL,
    offered_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    outcome          text NOT NULL DEFAULT 'open' CHECK (outcome IN
        ('open', 'accepted', 'declined', 'timed_out', 'withdrawn')),
    decided_at       timestamptz,
    decision         jsonb NOT NULL,              -- need, candidates with their facts, the reason
    PRIMARY KEY (tenant_id, offer_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation,
    FOREIGN KEY (tenant_id, account_id) REFERENCES account
);
CREATE UNIQUE INDEX offer_open ON offer (tenant_id, conversation_id) WHERE outcome = 'open';
CREATE INDEX offer_account ON offer (tenant_id, account_id) WHERE outcome = 'open';
CREATE INDEX offer_conversation ON offer (tenant_id, conversation_id, offered_at);

-- Every move of a conversation, append-only.
CREATE TABLE conversation_event (
    tenant_id        uuid NOT NULL REFERENCES tenant,
    event_id         bigint GENERATED ALWAYS AS IDENTITY,
    conversation_id  uuid NOT NULL,
    kind             text NOT NULL,
    actor_kind       text NOT NULL,
    actor_id         uuid,
    data             jsonb NOT NULL DEFAULT '{}',
    at               timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation
);
CREATE INDEX conversation_event_thread ON conversation_event (tenant_id, conversation_id, event_id);

-- What the gate decided and why: append-only, each row's hash covers the row before it.
CREATE TABLE gate_decision (
    tenant_id         uuid NOT NULL REFERENCES tenant,
    seq               bigint NOT NULL,
    at                timestamptz NOT NULL,
    moment            text NOT NULL,              -- 'outbound', 'inbound', 'agent', ... of clauses
    verdict           text NOT NULL CHECK (verdict IN ('allow', 'block', 'hold', 'redact', 'warn')),
    clauses           text[] NOT NULL,
    findings          jsonb NOT NULL,
    facts             jsonb NOT NULL,             -- what was known, never the text of the message
    author_kind       text NOT NULL,
    author_id         uuid,
    number_id         text NOT NULL DEFAULT '',
    conversation_id   uuid,
    message_id        uuid,
    rulebook_version  text NOT NULL,
    previous_hash     bytea NOT NULL,
    hash              bytea NOT NULL,
    PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX gate_decision_verdict ON gate_decision (tenant_id, verdict, seq DESC);
CREATE INDEX gate_decision_at ON gate_decision (tenant_id, at);
CREATE INDEX gate_decision_message ON gate_decision (tenant_id, message_id);

-- The ChatBot of a Client: its knowledge, and the ways out of it (C7).
CREATE TABLE bot (
    tenant_id         uuid PRIMARY KEY REFERENCES tenant,
    greeting          text NOT NULL DEFAULT '',
    escalation_paths  jsonb NOT NULL DEFAULT '[]',
    published_at      timestamptz
);

CREATE TABLE intent (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    intent_id  text NOT NULL,
    title      text NOT NULL,
    answer     text NOT NULL,
    skill      text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, intent_id)
);

CREATE TABLE intent_example (
    tenant_id   uuid NOT NULL,
    intent_id   text NOT NULL,
    example_id  bigint GENERATED ALWAYS AS IDENTITY,
    text        text NOT NULL,
    PRIMARY KEY (tenant_id, intent_id, example_id),
    FOREIGN KEY (tenant_id, intent_id) REFERENCES intent ON DELETE CASCADE
);

CREATE TABLE canned_reply (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    shortcut   text NOT NULL,
    text       text NOT NULL,
    PRIMARY KEY (tenant_id, shortcut)
);

-- The second wall: a statement sees the rows of the tenant named for its transaction, and no others.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('parley.tenant', true), '')::uuid $$;

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                   AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        IF name <> 'tenant' THEN
            EXECUTE format('CREATE POLICY of_tenant ON %I USING (tenant_id = current_tenant())', name);
        END IF;
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO parley_app', name);
    END LOOP;
END $$;
-- A provider sees the Clients it runs the service for, and nothing below them without naming one.
CREATE POLICY of_tenant ON tenant USING (tenant_id = current_tenant() OR provider_id = current_tenant());
-- Evidence is written once.
REVOKE UPDATE, DELETE ON gate_decision, consent, conversation_event FROM parley_app;

GRANT SELECT ON tenant, number, account, session TO parley_directory;
CREATE POLICY directory ON tenant FOR SELECT TO parley_directory USING (true);
CREATE POLICY directory ON number FOR SELECT TO parley_directory USING (true);
CREATE POLICY directory ON account FOR SELECT TO parley_directory USING (true);
CREATE POLICY directory ON session FOR SELECT TO parley_directory USING (true);

CREATE FUNCTION directory_tenants() RETURNS TABLE (tenant_id uuid, kind text, status text, slug text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT tenant_id, kind, status, slug FROM tenant $$;
CREATE FUNCTION directory_numbers() RETURNS TABLE (number_id text, account_id text, tenant_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT number_id, account_id, tenant_id FROM number $$;
CREATE FUNCTION directory_login(wanted text) RETURNS TABLE (tenant_id uuid, account_id uuid, password_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT tenant_id, account_id, password_hash FROM account WHERE lower(email) = lower(wanted) $$;
CREATE FUNCTION directory_session(wanted bytea)
    RETURNS TABLE (tenant_id uuid, account_id uuid, expires_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT tenant_id, account_id, expires_at FROM session WHERE token_hash = wanted $$;
GRANT CREATE ON SCHEMA public TO parley_directory;
ALTER FUNCTION directory_tenants() OWNER TO parley_directory;
ALTER FUNCTION directory_numbers() OWNER TO parley_directory;
ALTER FUNCTION directory_login(text) OWNER TO parley_directory;
ALTER FUNCTION directory_session(bytea) OWNER TO parley_directory;
REVOKE CREATE ON SCHEMA public FROM parley_directory;
REVOKE EXECUTE ON FUNCTION directory_tenants(), directory_numbers(), directory_login(text), directory_session(bytea)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directory_tenants(), directory_numbers(), directory_login(text), directory_session(bytea)
    TO parley_app;
