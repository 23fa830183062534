import json
from pathlib import Path

from typer.testing import CliRunner

from parley.commands.policy import app
from parley.core.policy.clauses import clauses


def test_every_clause_is_in_the_report_with_its_controls_tests_and_status(tmp_path: Path) -> None:
    page = tmp_path / "coverage.html"
    result = CliRunner().invoke(app, ["coverage", "--json", "--html", str(page)])
    report = json.loads(result.stdout)
    found = {each["id"]: each for each in report["clauses"]}
    assert list(found) == [clause.id for clause in clauses()]
    assert sum(report["counts"].values()) == len(found)
    window = found["C4"]
    assert window["status"] == "prevented"
    assert {control["name"] for control in window["controls"]} >= {
        "conversation_window",
        "free_text_needs_an_open_window",
    }
    assert all(control["breaches"] and control["look_alikes"] and control["tests"] for control in window["controls"])
    written = page.read_text()
    assert all(f"<h3 id={clause.id}>" in written for clause in clauses())


def test_the_table_says_how_many_have_which_status() -> None:
    said = CliRunner().invoke(app, ["coverage"]).stdout
    assert "prevented" in said and "in part:" in said
