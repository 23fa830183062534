"""How a text is written, and the model of lures that sees it."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from parley.core.policy.screening import HIT, lures, strongest
from parley.core.policy.screening.detectors import deceptive
from parley.core.policy.screening.reading import read
from parley.core.policy.screening.shapes import shapes

LURES = (
    "WINNER!! You have been drawn for a 900 pound cash prize. Call 09066612345 now to claim, 150p/min, 16+ only",
    "Get the newest ringtones FREE this week! Txt TONE to 87021, £1.50 per wk, reply STOP to end",
    "URGENT! We tried to contact you about your bonus holiday. Call 09061743810 from a landline. Box 334, SK38 xh",
)
PRIVATE = (
    "i won 20 quid on the horses lol, first round is on me",
    "call me when ur free, i lost my phone and this is the new one. 07700 900111",
    "Txt me the address again, running 10 mins late, traffic on the A40 is mad",
    "Your table for 2 on 14/11 at 19:30 is confirmed. Reply 1 to confirm, 2 to cancel",
)


@pytest.mark.parametrize("text", LURES)
def test_a_lure_is_told_by_its_wording(text: str) -> None:
    reading = read(text)
    odds = lures.odds(reading, deceptive.cues(reading))
    assert odds is not None
    assert odds > 0
    assert strongest(text, "B8") is not None


@pytest.mark.parametrize("text", PRIVATE)
def test_private_talk_with_the_same_words_is_none(text: str) -> None:
    hit = strongest(text, "B8")
    assert hit is None or hit.strength < HIT


def test_a_figure_is_seen_by_its_length_and_not_by_its_digits() -> None:
    assert np.array_equal(shapes("call 09066612345"), shapes("call 09061743810"))
    assert not np.array_equal(shapes("call 87021"), shapes("call 870210"))
    assert np.array_equal(shapes("for £1.50"), shapes("for £2.75"))
    assert not np.array_equal(shapes("for £1.50"), shapes("for 1.50"))


def test_links_are_alike_and_capitals_are_not_seen() -> None:
    assert np.array_equal(shapes("see http://one.example/a"), shapes("See https://two.example"))


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_what_holds_no_sign_has_no_shapes(text: str) -> None:
    assert len(shapes(text)) == 0


def test_of_a_long_text_the_beginning_and_the_end_are_seen() -> None:
    assert np.array_equal(shapes("a b " * 10_000), shapes("a b " * 20_000))


@pytest.fixture(scope="module")
def notices() -> dict[str, list[str]]:
    """Messages that nobody looked at while the model was taught."""
    found: dict[str, list[str]] = tomllib.loads(
        (Path(__file__).parent / "sentences" / "notices.toml").read_text("utf-8")
    )
    return found


def test_what_businesses_write_is_hardly_ever_taken_for_a_lure(notices: dict[str, list[str]]) -> None:
    flagged = [text for text in notices["honest"] if strongest(text, "B8")]
    assert len(flagged) <= 0.03 * len(notices["honest"])


def test_of_the_frauds_of_today_most_are_known(notices: dict[str, list[str]]) -> None:
    found = [text for text in notices["lure"] if strongest(text, "B8")]
    assert len(found) >= 0.65 * len(notices["lure"])


def test_a_model_that_doubts_takes_a_middling_sign_back_and_one_that_agrees_does_not() -> None:
    cues = {"prize", "claim", "urgent"}
    alone = max(hit.strength for hit in deceptive.judged(cues, None))
    assert HIT <= alone < 0.8
    assert all(hit.strength < HIT for hit in deceptive.judged(cues, -4.0))
    assert any(hit.strength > alone for hit in deceptive.judged(cues, 1.0))


def test_who_warns_of_a_lure_is_believed_though_the_model_is_not_sure() -> None:
    assert all(hit.strength < HIT for hit in deceptive.judged({"warning", "link", "trouble"}, 2.0))


@pytest.mark.parametrize("text", [*LURES, *PRIVATE, "x", ""])
def test_what_is_summed_beside_the_other_models_is_what_the_model_says(text: str) -> None:
    reading = read(text)
    cues = deceptive.cues(reading)
    taught, quick = lures.model(), lures.odds(reading, cues)
    assert taught is not None
    assert quick == pytest.approx(float(taught.odds(lures.numbered(reading, cues))[0]), abs=1e-3)


@pytest.mark.parametrize("name", ["Nia", "Ana", "Tom Lee", "Mrs Okafor"])
@pytest.mark.parametrize("about", ["your new card", "the transfer", "a direct debit", "your appointment"])
def test_going_on_with_a_question_is_no_lure(name: str, about: str) -> None:
    """What most businesses begin again with after a day."""
    body = (
        f"this is Northbank about your question on {about}. Reply to this message and we will go on where we stopped."
    )
    assert not strongest(f"Hello {name}, {body}", "B8")
