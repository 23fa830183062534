import json
from pathlib import Path

from typer.testing import CliRunner

from parley.commands.policy import app


def test_each_line_gets_one_verdict_and_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text(
        '{"text": "Hello"}\n{"text": "4111 1111 1111 1111", "id": "x"}\n{"txt": 1}\n{"text": "a", "window": "never"}\n'
    )
    result = CliRunner().invoke(app, ["screen", str(file), "--json"])
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(v["line"], v["verdict"], v["clauses"]) for v in verdicts] == [
        (1, "allow", []),
        (2, "block", ["D3"]),
        (4, "block", ["C1"]),
    ]
    assert "line 3: text or content is missing" in result.stderr
    assert "passed over, the gate does not ask for it: txt" in result.stderr
    assert result.exit_code == 2


def test_other_matters_than_messages_can_be_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "matters.jsonl"
    lines = [
        {"matter": "catalogue item", "title": "Garden chair"},
        {"matter": "sending plan", "conditions": [{"field": "religion", "value": "any"}]},
        {"matter": "opt_in wording", "text": "I agree."},
        {"matter": "client application", "description": "A bakery.", "colour": "red"},
        {"matter": "number", "quality": "RED"},
        {"matter": "weather"},
        {"matter": "campaign", "recipients": "many"},
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = CliRunner().invoke(app, ["screen", str(file), "--json"])
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(v["line"], v["verdict"]) for v in verdicts] == [
        (1, "allow"),
        (2, "block"),
        (3, "block"),
        (4, "block"),
        (5, "block"),
    ]
    assert {"A2", "B2", "D1"} <= set(verdicts[3]["clauses"])
    assert "line 6: matter: it is one of message, client application" in result.stderr
    assert "line 7: recipients: Expected `int`" in result.stderr
    assert "passed over, the gate does not ask for it: colour" in result.stderr


def test_the_rules_are_listed_with_their_clauses() -> None:
    listed = json.loads(CliRunner().invoke(app, ["rules", "--json"]).stdout)
    assert {"B2", "B4", "B7", "C4", "C6", "C7", "D3"} <= {rule["clause"] for rule in listed["rules"]}
