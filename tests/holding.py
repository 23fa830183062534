"""A rulebook with one more rule, which holds every text with a certain word in it."""

import pytest

from parley.actions import speaking
from parley.core.policy import gate
from parley.core.policy.facts import Outbound
from parley.core.policy.matters.matter import Matter
from parley.core.policy.rulebook import RULES, Rule, Rulebook
from parley.core.policy.verdicts import Decision, Finding
from parley.workers import sender

WORD = "marmalade"
SENTENCE = "This needs a second look."


def _check(message: Outbound) -> Finding | None:
    if WORD in " ".join(message.texts()):
        return Finding("odd_word", "B8", "hold", SENTENCE, "reword", "Leave the word out.")
    return None


def _rule(clause: str) -> Rule:
    return Rule("odd_word", clause, "No odd words.", ("outbound",), "", _check, (clause,), (Outbound,), "hold")


BOOK = Rulebook(rules=(*RULES, _rule("B8")))


def hold_odd_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, for whoever speaks and for the sender."""
    hold_odd_words_when_spoken(monkeypatch)
    hold_odd_words_at_the_wire(monkeypatch)


def hold_odd_words_when_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first question only."""

    def decide(matter: Matter) -> Decision:
        return gate.decide(matter, BOOK)

    monkeypatch.setattr(speaking, "decide", decide)


def hold_odd_words_at_the_wire(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second question only."""

    def clear(message: Outbound) -> gate.Cleared | Decision:
        return gate.clear(message, BOOK)

    monkeypatch.setattr(sender, "clear", clear)
