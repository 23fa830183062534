-- 0015_file_verdicts.sql: what a person decided of a file holds for the same content from then on, whoever sends it.
-- Safe while the old version runs: the column may be empty (it is worked out then), the table is new.
SET LOCAL lock_timeout = '5s';

ALTER TABLE media ADD COLUMN sha256 bytea;        -- of what one of us uploaded

CREATE TABLE file_verdict (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    sha256     bytea NOT NULL,                    -- of the content
    verdict    text NOT NULL CHECK (verdict IN ('cleared', 'refused')),
    case_id    uuid NOT NULL,                     -- where it was decided, by whom and why
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, sha256)
);
ALTER TABLE file_verdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_verdict FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON file_verdict USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON file_verdict TO parley_app;
