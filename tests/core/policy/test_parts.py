"""Long texts are read to their end, in parts; what is too long to be read is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.messages import Card, Contacts
from parley.core.policy.examples import a_bot, an_item, an_outbound
from parley.core.policy.gate import decide
from parley.core.policy.parts import FIRST, LAST, LONGEST, OVERLAP, REFUSED, WHOLE, beginning_and_end, in_parts

PAD = "A sturdy oak table with four chairs, delivered to your home within ten days of the order. "
OFFER = "We also sell pistols and rifles, ask for the price. "


@pytest.mark.parametrize("before", [0, 30, 50, 55, 56, 60, 80, 104])
def test_an_offer_is_seen_wherever_it_stands_in_a_long_description(before: int) -> None:
    description = PAD * before + OFFER + PAD * (105 - before)
    assert not decide(an_item("Oak table", description=description)).lets_pass
    assert decide(an_item("Oak table", description=PAD * 105)).verdict == "allow"


def test_an_offer_is_seen_in_a_long_answer_of_a_bot() -> None:
    assert not decide(a_bot(answers=("Hello.", PAD * 60 + OFFER + PAD * 40))).lets_pass


@given(st.text(alphabet="ab \n", max_size=40), st.integers(1, 400))
def test_parts_hold_every_character_and_overlap(piece: str, times: int) -> None:
    text = (piece * times)[:LONGEST]
    parts = in_parts(text)
    assert all(len(part) <= WHOLE for part in parts)
    end = 0
    for part in parts:
        start = text.find(part, max(end - OVERLAP, 0))
        assert 0 <= start <= end
        end = start + len(part)
    assert end == len(text)


def test_only_of_what_is_refused_is_something_left_unread() -> None:
    assert beginning_and_end("x" * LONGEST) == "x" * LONGEST
    assert in_parts("x" * (LONGEST + 1)) == (f"{'x' * FIRST} {'x' * LAST}",)
    decision = decide(an_item("x", description="x" * LONGEST))
    assert "nothing_is_sent_unread" in {finding.rule for finding in decision.findings}


def test_of_a_message_that_the_platform_refuses_only_the_beginning_is_read() -> None:
    """It is sent in no way, so nothing behind that need be known, and what it is can be told soon."""
    said = {finding.rule for finding in decide(an_outbound(OFFER + PAD * 60)).findings}
    assert {"platform_limits_hold", "no_firearms"} <= said
    too_long = decide(an_outbound(PAD * 60 + OFFER))
    assert (too_long.verdict, len(too_long.findings)) == ("block", 1)
    assert len("".join(an_outbound("x" * 60_000).spoken)) == REFUSED


def test_what_the_platform_takes_and_is_too_long_is_read_at_its_end_too() -> None:
    pages = Contacts((Card(name="Ann", addresses=(PAD * 200 + OFFER,)),))
    rules = {finding.rule for finding in decide(an_outbound(pages)).findings}
    assert {"nothing_is_sent_unread", "no_firearms"} <= rules and "platform_limits_hold" not in rules
