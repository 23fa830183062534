import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from parley.commands.policy import app
from parley.commands.policy import evaluate as evaluate_command
from parley.commands.policy.evaluating.attacks import ATTACKS, variants
from parley.commands.policy.evaluating.cases import Case
from parley.commands.policy.evaluating.counts import recall_at
from parley.commands.policy.evaluating.held_out import Unseen
from parley.commands.policy.evaluating.showing import BEGIN, END, replaced

ROWS = (
    {"text": "Pistol for sale, message us", "lang": "en", "label": "violating", "group": "E4.1", "look_alike_of": None},
    {"text": "Water pistol for children", "lang": "en", "label": "benign", "group": None, "look_alike_of": "E4.1"},
    {"text": "Where is my order?", "lang": "en", "label": "benign", "group": None, "look_alike_of": None},
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "prohibited-commerce"
    folder.mkdir()
    lines = [json.dumps({**row, "kind": "item", "source": "written for this set"}) for row in ROWS]
    (folder / "some.jsonl").write_text("\n".join(lines))
    return tmp_path


def evaluate(*words: str) -> str:
    result = CliRunner().invoke(app, ["evaluate", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_recall_and_false_alarms_are_counted_by_slice(data: Path) -> None:
    document = json.loads(evaluate("--data", str(data), "--rule", "E4", "--json"))
    rows = {f"{row['by']} {row['value']}".strip(): row for row in document["sets"][0]["rows"]}
    assert rows["all"]["breaches"] == 1
    assert rows["all"]["honest"] == 2
    assert rows["all"]["parts"]["both"]["recall"] == 1
    assert 0 < rows["all"]["parts"]["both"]["accuracy"] <= 1
    assert rows["clause E4.1"]["parts"]["rules"]["false_alarms"] == 0


def test_a_page_keeps_what_stands_around_the_section(data: Path) -> None:
    page = data / "page.md"
    page.write_text(f"# Benchmarks\n\n{BEGIN}\nold\n{END}\nafter\n")
    evaluate("--data", str(data), "--rule", "E4", "--write", str(page))
    assert page.read_text().startswith("# Benchmarks\n")
    assert "| all | 1 | 2 | 100.0 |" in page.read_text()
    assert page.read_text().endswith(f"{END}\nafter\n")
    assert "old" not in page.read_text()
    assert replaced("# New\n", "table").endswith(f"{BEGIN}\ntable\n{END}\n")


def test_an_answer_is_read_after_its_question(tmp_path: Path) -> None:
    (tmp_path / "pii").mkdir()
    rows = [
        {"text": "ok 5528103947", "label": "violating", "types": {"account_id": ["5528103947", 10]}},
        {"text": "3947", "label": "partial", "types": {"account_id": ["3947", 4]}},
        {"text": "5528103947", "label": "benign", "types": {}},
    ]
    (tmp_path / "pii" / "conversational.jsonl").write_text("\n".join(map(json.dumps, rows)))
    document = json.loads(evaluate("--data", str(tmp_path), "--rule", "D3", "--json"))
    alone, asked = (each["rows"][0]["parts"]["both"] for each in document["sets"])
    assert (alone["recall"], alone["false_alarms"]) == (0, 0)
    assert (asked["recall"], asked["false_alarms"]) == (1, 0)


def test_attacks_are_measured(data: Path) -> None:
    assert "points lost over all attacks" in evaluate("--data", str(data), "--rule", "E4", "--attack")
    assert set(variants("pistol")) < set(ATTACKS)


def test_a_folder_without_sets_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", "--data", str(tmp_path)])
    assert result.exit_code == 2
    assert "There are no sets" in result.stderr


def test_the_halves_are_told_apart_by_the_text() -> None:
    assert {Case(f"text {number}", breach=True).half for number in range(20)} == {"seen", "unseen"}


def test_what_taught_is_judged_by_a_model_that_had_not_seen_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sms-spam").mkdir()
    row = {"text": "WIN £500 now, call 09066612345 to claim your prize", "label": "spam"}
    (tmp_path / "sms-spam" / "some.jsonl").write_text(json.dumps(row))
    monkeypatch.setattr(evaluate_command, "unseen", lambda text: Unseen(-9.0))
    doubted = json.loads(evaluate("--data", str(tmp_path), "--rule", "B8", "--json"))["sets"][0]["rows"][0]
    assert doubted["parts"]["models"]["recall"] == 0
    monkeypatch.setattr(evaluate_command, "unseen", lambda text: None)
    believed = json.loads(evaluate("--data", str(tmp_path), "--rule", "B8", "--json"))["sets"][0]["rows"][0]
    assert believed["parts"]["models"]["recall"] == 1


def test_recall_at_a_share_of_false_alarms() -> None:
    assert recall_at(0.05, [0.9, 0.5, 0.1], [0.2] * 99 + [0.95]) == pytest.approx(2 / 3)
    assert recall_at(0.0, [0.9], [0.95]) == 0
    assert recall_at(0.01, [], [0.5]) is None
