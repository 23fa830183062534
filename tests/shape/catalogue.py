"""A schema as a value, read from the database's own catalogue, so that two can be compared."""

import psycopg

Owner = psycopg.Connection[tuple[object, ...]]

CATALOGUE = """
SELECT 'column' AS kind, c.relname || '.' || a.attname AS name,
       concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
                 pg_get_expr(d.adbin, d.adrelid)) AS definition
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint', c.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = 'public'::regnamespace
UNION ALL
SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT 'policy', tablename || '.' || policyname, concat_ws(' ', roles, cmd, permissive, qual, with_check)
  FROM pg_policies WHERE schemaname = 'public'
UNION ALL
SELECT 'grant', c.relname, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity, array_to_string(
         ARRAY(SELECT item::text FROM unnest(c.relacl) AS item ORDER BY item::text), ','))
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
UNION ALL
SELECT 'function', p.oid::regprocedure::text,
       concat_ws(' ', pg_get_functiondef(p.oid), pg_get_userbyid(p.proowner), array_to_string(
         ARRAY(SELECT item::text FROM unnest(p.proacl) AS item ORDER BY item::text), ','))
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
UNION ALL
SELECT 'trigger', c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid)
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
"""


def catalogue(connection: Owner) -> dict[tuple[object, object], object]:
    """The schema as the database tells it, but for the order of columns and the migration tool's own tables."""
    rows = connection.execute(CATALOGUE).fetchall()
    return {(kind, name): definition for kind, name, definition in rows if "yoyo" not in str(name)}
