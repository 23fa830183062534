import json
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from parley.commands.prices import app
from tests.commands.test_lists import CLIENT, installation
from tests.core.pricing.cards import HEAD, ROWS

__all__ = ["installation"]
pytestmark = pytest.mark.usefixtures("installation")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    return result.exit_code, result.output


@pytest.fixture
def file(tmp_path: Path, database_url: str) -> Path:
    """A right card, and a number to charge by it."""
    with psycopg.connect(database_url, autocommit=True) as owner:
        owner.execute(
            """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                                   created_at) VALUES (%s, '100', 'waba', '+44', 'Heron', 'x', now())""",
            [CLIENT],
        )
    path = tmp_path / "card.csv"
    path.write_text("\n".join([HEAD, *ROWS]), encoding="utf-8")
    return path


def test_a_card_is_imported_and_listed(file: Path) -> None:
    assert run("cards", "--client", "heron") == (0, "There is no rate card: parley prices import FILE.csv adds one.\n")
    said = run("import", str(file), "--client", "heron")
    assert said == (0, "waba: by message, 7 rates in EUR from 2026-01-01\n")
    assert run("import", str(file), "--client", "heron", "--example")[0] == 0
    said = run("cards", "--client", "heron")
    assert said == (0, "2026-01-01  waba  by message, 7 rates in EUR, card.csv, example: no real price\n")


def test_a_wrong_file_changes_nothing_and_every_line_is_named(file: Path) -> None:
    file.write_text(f"{HEAD}\nGB,adverts,,,1,EUR,2026-01-01\nGB,service,,,x,EUR,2026-01-01", encoding="utf-8")
    code, said = run("import", str(file), "--client", "heron")
    assert code == 1
    assert "line 2: category 'adverts'" in said and "line 3: rate 'x'" in said and "Nothing was changed." in said
    assert "There is no rate card" in run("cards", "--client", "heron")[1]


def test_an_unknown_client_or_account_is_said(file: Path) -> None:
    assert "there is no Client swan" in run("import", str(file), "--client", "swan")[1]
    assert "accounts are waba" in run("import", str(file), "--client", "heron", "--account", "other")[1]


def test_a_month_is_told_to_people_and_to_programs() -> None:
    code, said = run("month", "--client", "heron", "--month", "2026-11")
    assert code == 0 and said.startswith("2026-11: 0 messages arrived.")
    code, said = run("month", "--client", "heron", "--month", "2026-11", "--json")
    assert json.loads(said)["reconciled"] == {"same": 0, "differing": 0, "unreported": 0}
    assert run("month", "--client", "heron", "--month", "November")[0] == 2


def test_the_month_says_that_whatsapp_was_not_asked_and_the_check_why_it_could_not_be(
    file: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "WhatsApp has not been asked about this month yet." in run("month", "--client", "heron")[1]
    assert json.loads(run("month", "--client", "heron", "--json")[1])["totals"]["lines"] == []
    monkeypatch.setenv("PARLEY_GRAPH_URL", "http://127.0.0.1:9")
    with psycopg.connect(database_url, autocommit=True) as owner:
        owner.execute("UPDATE number SET created_at = now() - interval '3 days'")
    code, said = run("check", "--client", "heron")
    assert code == 1
    assert "Account waba could not be asked (0): The kept token can not be opened" in said
    assert run("check", "--client", "heron", "--month", "May")[0] == 2
