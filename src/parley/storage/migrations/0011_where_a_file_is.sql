-- 0011_where_a_file_is.sql: files are kept in a folder or an object store; the row says under which name.
-- Safe while the old version runs: '' means that the row has the content itself, as before. The old version can not show
-- files that the new one kept: run both together for as short a time as possible.
SET LOCAL lock_timeout = '5s';
ALTER TABLE media ADD COLUMN place text NOT NULL DEFAULT '';
