"""Which texts of the public sets teach the text model."""

import json
from pathlib import Path

from parley.commands.policy.evaluating.cases import Case, parted
from scripts.public_samples import public_samples, set_digests
from scripts.screen_samples import Sample

MESSAGES = [f"{number} is where we meet" for number in range(40)]


def a_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sms-spam"
    folder.mkdir()
    rows = [{"text": text, "label": "spam" if number % 2 else "ham"} for number, text in enumerate(MESSAGES)]
    (folder / "sms_spam.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return tmp_path


def test_only_the_half_that_may_be_read_teaches(tmp_path: Path) -> None:
    taught = {sample.text for sample in public_samples(a_folder(tmp_path))}
    halves = {case.text: case.half for case in parted(Case(text, breach=False) for text in MESSAGES)}
    assert taught == {text for text, half in halves.items() if half == "seen"}
    assert 0 < len(taught) < len(MESSAGES)


def test_an_honest_message_is_ordinary_talk_and_a_lure_is_deception(tmp_path: Path) -> None:
    for sample in public_samples(a_folder(tmp_path)):
        assert sample.clause == ("B8" if sample.breach else "")


def test_private_talk_says_nothing_of_health() -> None:
    talk = Sample("I took my pills", "", breach=False, public=True)
    assert talk.says("E4.3")
    assert not talk.says("D4")


def test_the_sets_that_taught_are_known_by_their_digests(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    talk = ("airline", "insurance", "media")
    for name in ("banking77/banking77", "clinc150/clinc150_full", *(f"multidogo/{each}" for each in talk)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / f"{name}.jsonl.gz").write_bytes(b"")
    assert "  sms-spam/sms_spam.jsonl\n" in set_digests(folder)
