"""Commands that work on the database, called as from a shell."""

from importlib.resources import files
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from parley.commands import catalogue
from parley.commands.policy.lists import app
from tests.conftest import SECRETS

LISTS = files("parley.demo.watch_lists")
INSERT = "INSERT INTO tenant (tenant_id, kind, provider_id, slug, name, created_at) VALUES (%s, %s, %s, %s, %s, now())"
PROVIDER, CLIENT = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"


@pytest.fixture
def installation(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of the shell name a database with one provider and one Client."""
    monkeypatch.chdir(tmp_path)
    known = {"database_url": database_url, "data_dir": str(tmp_path), **SECRETS}
    for name, value in known.items():
        monkeypatch.setenv(f"PARLEY_{name.upper()}", value)
    with psycopg.connect(database_url, autocommit=True) as owner:
        owner.execute(INSERT, [PROVIDER, "provider", None, "prov", "Provider"])
        owner.execute(INSERT, [CLIENT, "client", PROVIDER, "heron", "Black Heron Brigade"])


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.output


@pytest.mark.usefixtures("installation")
def test_lists_are_added_replaced_and_shown() -> None:
    said = run("add", str(LISTS / "sdn.xml"), "--kind", "ofac")
    assert said == (0, "ofac: 3 entries; Clients that must be looked at now: 1.\n")
    said = run("add", str(LISTS / "sdn.csv"), "--kind", "ofac", "--aliases", str(LISTS / "alt.csv"))
    assert said == (0, "ofac: 2 entries; Clients that must be looked at now: 0.\n")
    assert run("add", str(LISTS / "un.xml"), "--kind", "un", "--name", "un-2026")[0] == 0
    code, shown = run("show")
    assert code == 0 and "un-2026" in shown and "ofac" in shown


@pytest.mark.usefixtures("installation")
def test_a_file_that_is_no_list_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("<sdnList><sdnEntry>")
    code, said = run("add", str(tmp_path / "x.xml"), "--kind", "ofac")
    assert code == 1 and "Nothing was changed" in said
    assert run("add", str(LISTS / "un.xml"), "--kind", "eu")[0] == 1
    assert run("show", "--provider", "nobody")[0] == 1


@pytest.mark.usefixtures("installation")
def test_a_catalogue_file_is_imported_and_its_bad_rows_are_named(tmp_path: Path) -> None:
    import typer

    command = typer.Typer()
    command.command()(catalogue.run)
    feed = tmp_path / "feed.csv"
    feed.write_text("id,title,price\nchair-7,Garden chair,49 EUR\nlamp-9,Lamp,cheap\n")
    result = CliRunner().invoke(command, [str(feed), "--client", "heron", "--catalogue", "cat-1"])
    assert result.exit_code == 2
    assert "row 2 (lamp-9): price: must be an amount" in result.output
    assert "2 rows: 1 cleared, 0 wait for a person, 0 refused, 1 set aside." in result.output
    stranger = CliRunner().invoke(command, [str(feed), "--client", "nobody", "--catalogue", "cat-1"])
    assert stranger.exit_code == 1
