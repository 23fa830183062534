"""A lure among honest talk is judged by itself, and honest talk is not taken apart until something sounds like one."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.policy.examples import an_outbound
from parley.core.policy.gate import decide
from parley.core.policy.screening import HIT, of_passages, screen, strongest
from parley.demo.bank import load_bank

ANSWERS = [answer.text for answer in load_bank().intents.values()]
LURES = (
    "You have been drawn for a 900 pound cash prize! Call 09066612345 now to claim. 150p/min, 16+ only",
    "Your account has been suspended. Verify your details within 24 hours: secure-verify.top/login",
    "Oi mãe, celular quebrou. Esse é meu número novo. Faz um pix pra mim?",
    "Votre colis est retenu. Payez 1,95 de frais sur colis-livraison.top",
)
WARNING = "Beware of fraud: we never ask for your code. Some people write: "
QUOTED = "Your account is blocked, verify it now at the link."


def deceives(text: str) -> bool:
    return strongest(text, "B8") is not None


@pytest.mark.parametrize("lure", LURES)
def test_honest_talk_hardly_ever_outweighs_a_lure(lure: str) -> None:
    """Some of each answer's words speak for what stands beside it, as any words do."""
    texts = [
        text
        for before, after, more in zip(ANSWERS[::7], ANSWERS[3::7], ANSWERS[5::7], strict=False)
        for text in (
            f"{before} {lure}",
            f"{lure}. {after}",
            f"{before} {after}\n{lure}\n{more}",
            f"{before * 9} {lure}",
        )
    ]
    assert sum(map(deceives, texts)) >= 0.9 * len(texts)


def test_what_holds_a_lure_is_not_sent() -> None:
    assert not decide(an_outbound(f"{ANSWERS[0]} {ANSWERS[1]}\n{LURES[0]}\n{ANSWERS[2]}")).lets_pass


@pytest.mark.parametrize("place", range(0, len(ANSWERS) - 3, 3))
def test_honest_answers_in_a_row_deceive_nobody(place: int) -> None:
    assert not deceives(" ".join(ANSWERS[place : place + 3]))


def test_no_stretch_of_what_businesses_write_is_taken_for_a_lure() -> None:
    """Nor of two that are sent as one: sums of what nobody looked at while this was made."""
    sentences = tomllib.loads((Path(__file__).parent / "sentences" / "notices.toml").read_text(encoding="utf-8"))
    honest = sentences["honest"]
    texts = [*honest, *(f"{one} {other}" for one, other in pairwise(honest) if not deceives(one) | deceives(other))]
    taken = [text for text in texts if any(hit.group == "B8" and hit.strength >= HIT for hit in of_passages(text))]
    assert len(taken) <= 0.01 * len(texts)


def test_who_warns_of_a_lure_may_repeat_it() -> None:
    assert not deceives(f"{WARNING}{QUOTED} Do not answer them.")


@given(st.lists(st.sampled_from([*LURES, *ANSWERS[:9], "ok.", "Well, then."]), min_size=1, max_size=90).map(" ".join))
def test_however_long_a_text_is_its_lure_is_heard(text: str) -> None:
    assert deceives(text) or LURES[0] not in text


def test_what_a_stretch_says_is_among_what_passages_say() -> None:
    text = f"{ANSWERS[0]} {ANSWERS[1]}\n{LURES[0]}\n{ANSWERS[2]}"
    assert any(hit.group == "B8" and hit.strength >= HIT for hit in of_passages(text))
    assert any(hit.group == "B8" and hit.strength >= HIT for hit in screen(text))
