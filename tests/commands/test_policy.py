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


def screened(tmp_path: Path, lines: list[dict[str, object]], *options: str) -> list[dict[str, object]]:
    file = tmp_path / "lines.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = CliRunner().invoke(app, ["screen", str(file), "--json", *options])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def a_template_line(category: str, **more: object) -> dict[str, object]:
    used = {"type": "template", "name": "a", "language": "en", "category": category, "rendered": "Hello Ana"}
    copy = {"name": "a", "language": "en", "category": category, "status": "APPROVED"}
    return {"content": used, "template": copy | more, "to": "447700900123"}


def test_a_category_in_capitals_is_the_same_category(tmp_path: Path) -> None:
    small, capitals = screened(tmp_path, [a_template_line("marketing"), a_template_line("MARKETING")])
    assert small["clauses"] == capitals["clauses"] == ["B4"]


def test_the_buttons_of_a_template_can_be_named(tmp_path: Path) -> None:
    lines = [a_template_line("utility", buttons=["voice_call"]), a_template_line("utility", buttons=["QUICK_REPLY"])]
    assert [each["clauses"] for each in screened(tmp_path, lines)] == [["C1"], []]


def test_a_verdict_is_the_one_of_the_time_that_is_named_and_of_noon_without(tmp_path: Path) -> None:
    wording = "I agree that Example may write to me on WhatsApp."
    offer = a_template_line("marketing") | {"consents": [{"purpose": "all", "action": "opt_in", "wording": wording}]}
    (noon,) = screened(tmp_path, [offer])
    assert (noon["verdict"], str(noon["at"])[10:]) in (("allow", "T12:00:00+00:00"), ("allow", "T11:00:00+00:00"))
    (night,) = screened(tmp_path, [offer], "--at", "2026-03-02T03:00+00:00")
    assert (night["clauses"], night["at"]) == (["B8"], "2026-03-02T03:00:00+00:00")
    (american,) = screened(tmp_path, [offer | {"to": "12135550100"}])
    assert american["verdict"] == "allow"
    wrong = CliRunner().invoke(app, ["screen", "-", "--at", "noon"])
    assert wrong.exit_code == 2
    assert "2026-03-02T14:00" in wrong.output
