"""Words of an opt-in that say yes, that say no, and that take a yes nobody said: a set written before the reader."""

import tomllib
from pathlib import Path

import pytest

from parley.core.chatbot.phrases import languages, phrase
from parley.core.policy.examples import a_wording
from parley.core.policy.gate import decide
from parley.core.policy.wording_yes import flaw_of

WORDINGS = tomllib.loads((Path(__file__).with_name("heard") / "wordings.toml").read_text(encoding="utf-8"))
ALL = {kind: [text for language in WORDINGS.values() for text in language[kind]] for kind in WORDINGS["en"]}


@pytest.mark.parametrize("text", ALL["agrees"])
def test_words_that_agree_freely_are_cleared(text: str) -> None:
    assert flaw_of(text) is None
    assert decide(a_wording(text)).verdict == "allow"


@pytest.mark.parametrize("text", ALL["nothing"])
def test_words_that_agree_to_nothing_are_refused(text: str) -> None:
    assert flaw_of(text) == "denied"
    assert decide(a_wording(text)).verdict == "block"


@pytest.mark.parametrize("text", ALL["taken"])
def test_a_yes_that_was_a_price_or_was_ticked_beforehand_waits_for_a_person(text: str) -> None:
    assert flaw_of(text) in ("condition", "ticked")
    assert decide(a_wording(text)).verdict == "hold"


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("I agree to get messages on WhatsApp, not by e-mail.", None),
        ("We never send more than you want. Northbank writes on WhatsApp.", None),
        ("I agree to get messages. I can opt out of messages at any time.", None),
        ("Não é preciso aceitar para comprar. Quero receber mensagens no WhatsApp.", None),
        ("I do not need to agree to WhatsApp messages.", "denied"),
        ("I disagree to receive messages on WhatsApp.", "denied"),
        ("I agree not to be contacted on WhatsApp.", "denied"),
        ("I opt out of WhatsApp messages.", "denied"),
        ("If I buy, you may write. I do not agree to get messages.", "denied"),
    ],
)
def test_a_no_counts_where_it_stands(text: str, flaw: str | None) -> None:
    assert flaw_of(text) == flaw


@pytest.mark.parametrize("language", languages())
def test_our_own_notice_of_a_stop_is_words_that_one_may_agree_to(language: str) -> None:
    assert flaw_of(phrase("stopped", language, business="Northbank")) is None
