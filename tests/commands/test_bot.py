import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from parley.commands.bot import app

ASKED = {
    "card": ["where is my card", "my card has not come", "card not arrived yet", "when does my card come", "lost card"],
    "pin": ["change my pin", "new pin please", "how do I set a pin", "I forgot the pin", "pin is blocked"],
}


def written(folder: Path, rows: list[dict[str, str]]) -> str:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows))
    return str(file)


def evaluated(file: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["evaluate", "--train", file, "--test", file, "--without-embeddings", "--json"])
    return result.exit_code, result.output


def test_a_file_with_both_splits_is_taught_from_one_and_measured_on_the_other(tmp_path: Path) -> None:
    rows = [
        {"text": text, "intent": intent, "split": "test" if number == 0 else "train"}
        for intent, texts in ASKED.items()
        for number, text in enumerate(texts)
    ]
    code, output = evaluated(written(tmp_path, rows))
    assert code == 0
    measured = json.loads(output)
    assert (measured["questions"], measured["embeddings"]) == (2, False)
    assert 0 <= measured["accuracy"] <= 1


@pytest.mark.parametrize("name", ["label", "category"])
def test_an_intent_may_go_by_the_names_that_data_sets_use(tmp_path: Path, name: str) -> None:
    rows = [{"text": text, name: intent} for intent, texts in ASKED.items() for text in texts]
    assert evaluated(written(tmp_path, rows))[0] == 0


@pytest.mark.parametrize("rows", [[{"text": "no intent"}], [{"intent": "no text"}], []])
def test_a_line_that_can_not_be_used_is_told_and_not_passed_over(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    assert evaluated(written(tmp_path, rows))[0] == 1
