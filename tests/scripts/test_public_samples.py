"""Which texts of the public sets teach the models of texts, and that none of them judges what it taught."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from parley.commands.policy.evaluating import held_out
from scripts.folds import FOLDS, folds_of, unseen_sums
from scripts.public_samples import TALK, public_samples, set_digests, set_samples
from scripts.screen_samples import Sample

MESSAGES = [f"{number} is where we meet" for number in range(40)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sms-spam").mkdir()
    rows = [{"text": text, "label": "spam" if number % 2 else "ham"} for number, text in enumerate(MESSAGES)]
    (tmp_path / "sms-spam" / "sms_spam.jsonl").write_text("\n".join(map(json.dumps, rows)))
    for name, file in TALK:
        (tmp_path / name).mkdir(exist_ok=True)
        asked = [{"text": f"{file} {side} {n}", "split": side} for side in ("train", "test") for n in range(40)]
        (tmp_path / name / file).write_bytes(gzip.compress("\n".join(map(json.dumps, asked)).encode()))
    return tmp_path


def test_a_set_that_teaches_does_so_whole_and_of_talk_the_side_for_teaching(folder: Path) -> None:
    taught = {sample.text for sample in public_samples(folder)}
    assert set(MESSAGES) < taught
    talk = taught - set(MESSAGES)
    assert talk
    assert all(" train " in text for text in talk)
    assert len(talk) < 40 * len(TALK)


def test_an_honest_message_is_ordinary_talk_and_a_lure_is_deception(folder: Path) -> None:
    for sample in set_samples(folder):
        assert sample.clause == ("B8" if sample.breach else "")


def test_private_talk_says_nothing_of_health() -> None:
    talk = Sample("I took my pills", "", breach=False, public=True)
    assert talk.says("E4.3")
    assert not talk.says("D4")


def test_the_sets_that_taught_are_known_by_their_digests(folder: Path) -> None:
    assert "  sms-spam/sms_spam.jsonl\n" in set_digests(folder)


def test_what_begins_alike_is_taught_and_judged_together() -> None:
    campaign = folds_of([f"You have WON prize number {number}" for number in range(20)])
    assert len(set(campaign)) == 1
    assert len(set(folds_of(MESSAGES))) == FOLDS


def test_a_text_is_judged_by_a_model_that_had_not_seen_it() -> None:
    """Each row has a feature of its own, which by heart would tell everything."""
    truth = np.array([number % 2 == 0 for number in range(40)])
    sums = unseen_sums(
        lambda rows, told, weight: LogisticRegression().fit(rows, told, sample_weight=weight),
        np.eye(40),
        truth,
        np.ones(40),
        np.arange(40) % FOLDS,
    )
    by_heart = LogisticRegression().fit(np.eye(40), truth).decision_function(np.eye(40))
    assert ((by_heart > 0) == truth).all()
    assert np.ptp(sums[np.arange(40) % FOLDS == 0]) < 1e-9


def test_what_was_said_unseen_is_kept_without_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_out, "FILE", tmp_path / "kept.npz")
    held_out.kept.cache_clear()
    try:
        held_out.write({"hello there": held_out.Unseen(-2.5), "win now": held_out.Unseen(1.5, 0.75)})
        assert held_out.unseen("hello there") == (-2.5, 0.0)
        assert held_out.unseen("win now") == (1.5, 0.75)
        assert held_out.unseen("never taught") is None
        assert b"hello" not in (tmp_path / "kept.npz").read_bytes()
    finally:
        held_out.kept.cache_clear()
