-- 0009_standing_cases.sql: what the look at everything doubts (F3) is decided by people, who lift a hold for these very
-- words. Safe while the old version runs: the columns are nullable or have a default, and nothing old reads them.
SET LOCAL lock_timeout = '5s';
ALTER TABLE policy_stop
    ADD COLUMN words    bytea,                       -- SHA-256 of what was read: other words are another question
    ADD COLUMN asked    text[] NOT NULL DEFAULT '{}',  -- names of the rules that people were asked about
    ADD COLUMN released text[] NOT NULL DEFAULT '{}';  -- those whose hold they lifted
