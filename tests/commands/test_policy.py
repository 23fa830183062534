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


def test_the_rules_are_listed_with_their_clauses() -> None:
    listed = json.loads(CliRunner().invoke(app, ["rules", "--json"]).stdout)
    assert {"B2", "B4", "B7", "C4", "C6", "C7", "D3"} <= {rule["clause"] for rule in listed["rules"]}
