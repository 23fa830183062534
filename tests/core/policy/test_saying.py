"""Whoever writes to customers reads the gate's sentences in their own language."""

import pytest

from parley.core.policy.facts import Outbound
from parley.core.policy.gate import decide
from parley.core.policy.rulebook import RULES, Rule
from parley.core.policy.saying import said_in

LANGUAGES = ("es", "pt", "fr", "ar", "hi")
AT_THE_DESK = [rule for rule in RULES if Outbound in rule.matters]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", AT_THE_DESK, ids=lambda rule: rule.name)
def test_every_refusal_at_the_desk_is_said_in_every_language(rule: Rule, language: str) -> None:
    for matter in rule.breaches():
        for found in decide(matter).findings:
            if isinstance(matter, Outbound) and found.rule == rule.name:
                assert said_in(language, found.sentence) != found.sentence
                assert said_in(language, found.next_sentence) != found.next_sentence


def test_what_was_filled_in_is_kept_and_its_words_are_said_too() -> None:
    said = said_in("es", "The message contains a full card number, which may not be sent over WhatsApp.")
    assert said == "El mensaje contiene un dato completo (número de tarjeta), que no se puede enviar por WhatsApp."
    assert "14:30" in said_in("fr", "It is 14:30 where this person lives, and marketing waits until 08:00.")


def test_a_language_or_a_sentence_that_nobody_translated_stays_english() -> None:
    assert said_in("xx", "Mend what is named and send it again.") == "Mend what is named and send it again."
    assert said_in("es", "Nobody wrote this.") == "Nobody wrote this."
    assert said_in("../es", "Mend what is named and send it again.") == "Mend what is named and send it again."
