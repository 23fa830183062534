-- 0018_claims_and_gaps.sql: a worker that takes a sign-up's steps has it by a claim with a deadline, so that no transaction
-- is open while WhatsApp is called; and what WhatsApp refuses of a block is asked for again later and later, or not at all.
-- Safe while the old version runs: columns that are empty or have a default. Old and new workers do not see each other's
-- claims: where both take one sign-up in that minute, its code is good for the first, and the second says: begin again.
SET LOCAL lock_timeout = '5s';

ALTER TABLE sign_up
    ADD COLUMN claims integer NOT NULL DEFAULT 0,      -- how often a worker took it in hand; the newest has it
    ADD COLUMN claimed_until timestamptz;              -- when another one may; null: at once

ALTER TABLE person_block
    ADD COLUMN attempts integer NOT NULL DEFAULT 0,    -- failed for a moment since it was last asked for by a person
    ADD COLUMN due_at timestamptz,                     -- when WhatsApp is told next; null: at once
    ADD COLUMN trouble text NOT NULL DEFAULT '';       -- why it will not be told again by itself, and what mends it
