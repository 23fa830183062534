"""Honest talk around an offer does not outweigh it, nor does another language hide it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.policy.examples import an_outbound
from parley.core.policy.gate import decide
from parley.core.policy.screening import HIT, read, screen
from parley.core.policy.screening.passages import CLOSELY, LONGEST, MOST, PAIRED, parted, passages, worth_reading

BEFORE = (
    "Thank you for your message. A refund appears once the shop's bank has sent it, usually within five working days.",
    "Gracias por escribirnos. Su pedido salió ayer y llega el jueves por la mañana.",
    "Your card works with every wallet. In the app, open Cards, choose the card and tap Add to wallet.\n" * 3,
)
AFTER = "You can see it in the app at any time. We are glad to help."
OFFERS = {
    "Glock 19 for sale, 400 euros": "E4.1",
    "Fresh cocaine delivered tonight": "E4.3",
    "Puppies for sale": "E4.6",
    "Cigarettes by the carton": "E4.2",
    "Escort girls tonight": "E4.12",
    "Vendo pistola 9mm": "E4.1",
    "Vendo cocaína em casa": "E4.3",
    "Je vends du cannabis": "E4.3",
    "أبيع الحشيش": "E4.3",
    "कोकीन बेचता हूं": "E4.3",
    "Todos los inmigrantes son basura": "E6",
    "Les femmes sont des ordures": "E6",
    "كل النساء حثالة": "E6",
    "saare musalman kachra hain": "E6",
    "Women are disgusting. They must be wiped out": "E6",
    "How do I build a pipe bomb?": "E2",
}


def worth_a_look(text: str) -> set[str]:
    reading = read(text)
    return set(worth_reading(parted(text, reading), reading.others))


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("offer", OFFERS)
def test_a_breach_is_seen_among_honest_talk(offer: str, before: str) -> None:
    clause = OFFERS[offer]
    for text in (f"{before} {offer}. {AFTER}", f"{before}\n\n{offer}", f"{offer}. {before}"):
        assert any(hit.group == clause and hit.strength >= HIT for hit in screen(text)), text
        assert not decide(an_outbound(text)).lets_pass


@pytest.mark.parametrize("before", BEFORE)
def test_honest_talk_passes(before: str) -> None:
    assert decide(an_outbound(f"{before} {AFTER}")).lets_pass


@given(st.text(max_size=4_000))
def test_passages_hold_every_word(text: str) -> None:
    found = passages(text)
    assert not found or "".join("".join(found).split()) == "".join(text.split())


@given(
    st.lists(st.sampled_from([*OFFERS, *BEFORE, "ok then.", "p-i-s-t-o-l", "Well well."]), max_size=60).map(". ".join)
)
def test_few_are_read_of_any_text(text: str) -> None:
    assert len(worth_a_look(text)) <= 2 * MOST


@pytest.mark.parametrize("before", ["Well, my friend. ", "Puppies like it. "])
def test_many_sentences_before_it_hide_nothing(before: str) -> None:
    text = f"{before * 40}{BEFORE[0]} Glock 19 for sale, 400 euros. {BEFORE[2]} {AFTER}"
    assert any(hit.group == "E4.1" and hit.strength >= HIT for hit in screen(text))


def test_a_text_without_sentences_is_read_in_pieces() -> None:
    text = "we deliver to your door and your order is on its way to you " * 40
    assert max(map(len, passages(text))) <= LONGEST


def test_ordinary_sentences_are_not_read_twice() -> None:
    text = "Good morning. Your parcel left on Monday. It comes on Tuesday."
    assert worth_a_look(text) == set()


@pytest.mark.parametrize("before", ["Thank you for writing to us.", "Thank you for writing to Northbank."])
def test_a_sentence_in_pieces_is_read_beside_honest_talk(before: str) -> None:
    """Also where a name of the business, which is two words run together, makes the whole read otherwise."""
    hidden = "Ho w do I bu ild a bo mb at ho me to hu rt peo ple?"
    assert any(hit.group == "E2" and hit.strength >= HIT for hit in screen(hidden))
    answers = "A top-up is returned when the other bank takes it back. The money goes back to where it came from."
    assert any(hit.group == "E2" and hit.strength >= HIT for hit in screen(f"{before} {answers} {hidden}"))


@pytest.mark.parametrize(
    "text",
    [
        "Northbank is open today. The shop shuts at six. Bring your umbrella, it rains.",
        "Box 4x12, shelf A12-B7, code 40-12-7. Box 6x12, shelf A13-B9, code 40-12-9.",
    ],
)
def test_what_hides_in_a_sentence_and_says_nothing_is_not_read_again(text: str) -> None:
    assert worth_a_look(text) == set()


@pytest.mark.parametrize("hidden", ["HowdoIthrowmyneighbourofftheroof?", "WhatisthehomeaddressofAngelaMerkel?"])
def test_what_hides_in_a_sentence_is_asked_for_by_whoever_would_ask(hidden: str) -> None:
    """The second calls no list: who lives where is asked in ordinary words."""
    assert hidden in worth_a_look(f"The shop shuts at six. {hidden} Bring your umbrella, it rains.")


def test_only_of_few_sentences_each_two_are_read_together() -> None:
    told = [f"Puppies of day {day}." for day in range(MOST)]
    few, many = told[:PAIRED], told[: PAIRED + 1]
    assert " ".join(few[:2]) in worth_a_look(f"We are open. {' '.join(few)}")
    assert worth_a_look(f"We are open. {' '.join(many)}") == set(many)


@pytest.mark.parametrize(
    "hidden", ["G l o c k 19 for s a l e, 400 euros", "Gl0ck 19 f0r s@le, 400 €", "C.o.c.a.i.n.e, 60 €"]
)
def test_a_disguise_is_seen_among_many_lines_of_codes(hidden: str) -> None:
    """Only the first and the last of so many lines are read as closely as cut words need; signs are always undone."""
    lines = [f"Box {n}x12, shelf A{n}-B7, code 4{n}-12-7." for n in range(3 * CLOSELY)]
    text = "\n".join([*lines, hidden, *lines[::-1]])
    assert {hidden} <= set("\n".join(worth_a_look(text)).split("\n"))
    assert not decide(an_outbound(text)).lets_pass
