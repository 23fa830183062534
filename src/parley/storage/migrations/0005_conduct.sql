-- 0005_conduct.sql: marks of what people wrote, so that nothing of one thread reaches another (D5), and the counts
-- behind the rules on spam (B8, F2). A mark is a keyed hash: nothing can be read back from it.
-- Safe while the old version runs: a new table, an index, and a nullable column that nothing old reads.
SET LOCAL lock_timeout = '5s';

CREATE TABLE fingerprint (
    tenant_id   uuid NOT NULL REFERENCES tenant,
    kind        text NOT NULL CHECK (kind IN ('passage', 'identifier', 'name', 'file')),
    print       bigint NOT NULL,
    contact_id  uuid NOT NULL,
    expires_at  timestamptz NOT NULL,             -- the end of the retention period of what it was taken from
    PRIMARY KEY (tenant_id, kind, print, contact_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact ON DELETE CASCADE
);
CREATE INDEX fingerprint_expired ON fingerprint (tenant_id, expires_at);
ALTER TABLE fingerprint ENABLE ROW LEVEL SECURITY;
ALTER TABLE fingerprint FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON fingerprint USING (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON fingerprint TO parley_app;

CREATE INDEX message_templates_of_author ON message (tenant_id, author_id, at)
    WHERE direction = 'out' AND type = 'template' AND author_id IS NOT NULL;

-- Whose file it is: known at once, while its content follows later.
ALTER TABLE media ADD COLUMN contact_id uuid;
