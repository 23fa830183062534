"""Every column of the schema that could hold something about a customer is tagged with what it may leave for (D2)."""

import psycopg

from parley.core.policy.personal_data import columns, purposes_of, tables_without_customers

WORDS = """
SELECT c.relname, a.attname
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
   AND format_type(a.atttypid, -1) ~ 'text|json|bytea|inet|character' AND c.relname !~ '^_?yoyo'
"""


def test_every_column_of_words_is_tagged_or_in_a_table_without_customers(database_url: str) -> None:
    with psycopg.connect(database_url) as owner:
        there = {(str(table), f"{table}.{column}") for table, column in owner.execute(WORDS)}
    tagged, without = set(columns()), tables_without_customers()
    assert {column for table, column in there if table not in without} - tagged == set()
    assert tagged - {column for _, column in there} == set(), "tagged, and not in the schema"
    assert without - {table for table, _ in there} == set()
    assert not {column.partition(".")[0] for column in tagged} & without


def test_what_whatsapp_told_us_is_for_messaging_with_that_person() -> None:
    for column in ("contact.name", "contact_identity.value", "inbox_event.payload", "message.platform_id"):
        purposes = purposes_of(column)
        assert purposes is not None and "messaging" in purposes
        assert not purposes & {"statistics", "billing", "advertising", "training"}
