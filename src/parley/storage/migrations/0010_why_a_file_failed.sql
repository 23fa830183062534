-- 0010_why_a_file_failed.sql: a file that can not be shown says why: too large, of no kind that is taken, infected, gone.
-- Safe while the old version runs: the column has a default, and nothing old reads it.
SET LOCAL lock_timeout = '5s';
ALTER TABLE media
    ADD COLUMN failure text NOT NULL DEFAULT ''
        CHECK (failure IN ('', 'too_large', 'refused', 'infected', 'gone', 'unreachable'));
