-- 0007_erased_notes.sql: what people wrote when they voted on a case may be about a person who asks to be erased (D1).
-- A vote stays as it was cast; its note may be emptied, and nothing else may be written there.
-- Safe while the old version runs: it changes no vote.
SET LOCAL lock_timeout = '5s';

CREATE FUNCTION only_empties_the_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.note <> '' THEN
        RAISE EXCEPTION 'the note of a vote may be emptied, and not be written anew' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_empties_the_note BEFORE UPDATE ON policy_case_vote
    FOR EACH ROW EXECUTE FUNCTION only_empties_the_note();
GRANT UPDATE (note) ON policy_case_vote TO parley_app;
