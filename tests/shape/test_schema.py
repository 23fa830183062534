from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from parley.storage.migrate import migrate
from tests.shape.catalogue import Owner, catalogue

# With the columns that may be emptied when a person is erased (D1).
EVIDENCE = {"consent": [], "conversation_event": [], "gate_decision": [], "policy_case_vote": ["note"]}
CHANGEABLE = """
SELECT attname FROM pg_attribute
 WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
   AND has_column_privilege('parley_app', attrelid, attnum, 'UPDATE')
"""
# Unique across tenants, because each is looked up before a tenant is known. They are found through the directory
# functions only, which answer the tenant and nothing else.
ACROSS_TENANTS = {
    "tenant_slug_key": "a Client is named by its slug in addresses",
    "number_number_id_key": "a webhook names the platform's number, and its tenant is looked up by it",
    "account_email": "a person logs in with an e-mail address, on one page for all",
    "session_token": "a request carries its session's token, and nothing else",
}
TABLES = """
SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner),
       EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
  FROM pg_class c
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname !~ '^_?yoyo'
"""
FIRST_COLUMNS = """
SELECT i.relname, t.relname, x.indisprimary, a.attname
  FROM pg_index x
  JOIN pg_class i ON i.oid = x.indexrelid
  JOIN pg_class t ON t.oid = x.indrelid
  LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
 WHERE t.relnamespace = 'public'::regnamespace AND x.indisunique AND t.relname !~ '^_?yoyo'
"""
OPEN_POLICIES = """
SELECT tablename, policyname, roles, cmd, qual, with_check FROM pg_policies WHERE schemaname = 'public'
"""
ROLE = """
SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
  FROM pg_roles
 WHERE rolname LIKE 'parley%'
"""
OWNED = """
SELECT relname FROM pg_class WHERE relowner = 'parley_app'::regrole
 UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'parley_app'::regrole
 UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'parley_app'::regrole
"""
MEMBERSHIPS = """
SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'parley_app'::regrole
"""


@pytest.fixture
def owner(database_url: str) -> Iterator[Owner]:
    with psycopg.connect(database_url, autocommit=True) as connection:
        yield connection


def test_row_level_security_is_forced_on_every_table(owner: Owner) -> None:
    tables = owner.execute(TABLES).fetchall()
    assert len(tables) > 15
    assert [name for name, enabled, forced, _, policy in tables if not (enabled and forced and policy)] == []


def test_every_table_begins_its_keys_with_the_tenant(owner: Owner) -> None:
    tables = {row[0] for row in owner.execute(TABLES)}
    indexes = owner.execute(FIRST_COLUMNS).fetchall()
    assert {table for _, table, primary, _ in indexes if primary} == tables
    others = {index for index, _, _, first in indexes if first != "tenant_id"}
    assert others == set(ACROSS_TENANTS)


def test_every_policy_of_the_application_names_the_tenant(owner: Owner) -> None:
    """A second, generous policy would open a table again, since policies are joined by OR."""
    for table, policy, roles, command, condition, checked in owner.execute(OPEN_POLICIES):
        if roles == ["parley_directory"]:
            assert command == "SELECT", (table, policy)
        else:
            own = "(tenant_id = current_tenant())"
            of_providers = "((tenant_id = current_tenant()) OR (provider_id = current_tenant()))"
            assert condition == (of_providers if table == "tenant" else own), (table, policy)
            assert checked in (None, condition), (table, policy)


def test_the_application_owns_nothing_and_can_not_bypass_row_security(owner: Owner) -> None:
    roles = {row[0]: row[1:] for row in owner.execute(ROLE)}
    assert roles["parley_app"] == (False, False, False, False, True)
    assert roles["parley_directory"] == (False, False, False, False, False)
    assert owner.execute(OWNED).fetchall() == []
    assert owner.execute(MEMBERSHIPS).fetchall() == []
    assert owner.execute("SELECT has_schema_privilege('parley_app', 'public', 'CREATE')").fetchone() == (False,)


def test_evidence_can_be_written_but_not_rewritten(owner: Owner) -> None:
    for table, may_be_emptied in EVIDENCE.items():
        for privilege in ("UPDATE", "DELETE", "TRUNCATE"):
            asked = owner.execute("SELECT has_table_privilege('parley_app', %s, %s)", [table, privilege]).fetchone()
            assert asked == (False,), (table, privilege)
        assert [name for (name,) in owner.execute(CHANGEABLE, [table])] == may_be_emptied, table
        assert owner.execute("SELECT has_table_privilege('parley_app', %s, 'INSERT')", [table]).fetchone() == (True,)


def test_functions_with_more_rights_belong_to_the_directory_and_pin_their_search_path(owner: Owner) -> None:
    query = """SELECT proname, pg_get_userbyid(proowner), proconfig FROM pg_proc
                WHERE prosecdef AND pronamespace = 'public'::regnamespace"""
    for name, owned_by, configuration in owner.execute(query):
        assert str(name).startswith("directory_")
        assert owned_by == "parley_directory"
        assert configuration == ["search_path=public"]


def test_the_schema_equals_the_sum_of_its_migrations(server_url: str, owner: Owner) -> None:
    """Each file by hand, one after the other, makes the same schema as the program does in one step."""
    name = f"parley_stepwise_{uuid4().hex[:8]}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        with psycopg.connect(_named(server_url, name), autocommit=True) as stepwise:
            for file in migrations():
                with stepwise.transaction():
                    stepwise.execute(file)
            made, wanted = catalogue(stepwise), catalogue(owner)
        assert len(wanted) > 200
        assert {key: made.get(key) for key in wanted.keys() | made.keys() if made.get(key) != wanted.get(key)} == {}
    finally:
        with psycopg.connect(server_url, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.usefixtures("nobody_else_migrating")
def test_migrating_twice_changes_nothing(database_url: str, owner: Owner) -> None:
    before = catalogue(owner)
    assert migrate(database_url, "test-secret-key") == []
    assert catalogue(owner) == before


def test_migrations_are_numbered_without_gaps_and_say_what_they_are_for() -> None:
    folder = files("parley.storage") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    for name in names:
        text = (folder / name).read_text()
        assert text.startswith(f"-- {name}: ")
        assert name.startswith("0001") or "SET LOCAL lock_timeout" in text, "others wait behind what it waits for"


def migrations() -> list[bytes]:
    folder = files("parley.storage") / "migrations"
    return [
        entry.read_bytes() for entry in sorted(folder.iterdir(), key=lambda each: each.name) if ".sql" in entry.name
    ]


def _named(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
