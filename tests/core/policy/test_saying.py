"""Whoever the gate speaks to reads its sentences in their own language."""

import pytest

from parley.core.messages.undelivered import BY_CODE
from parley.core.policy.examples import an_outbound
from parley.core.policy.gate import decide
from parley.core.policy.health import strictest_law
from parley.core.policy.identifiers.advice import SECRETS, instead_of_asking, instead_of_sending
from parley.core.policy.identifiers.recognisers.secrets import DIGITS, WORDS
from parley.core.policy.rulebook import RULES, Rule
from parley.core.policy.saying import said_in

COUNTRIES = ("US", "GB", "CA", "AU", "BR", "IN", "AE", "SA", "CH", "MX", "ZA", "DE")
LANGUAGES = ("es", "pt", "fr", "ar", "hi")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_refusal_is_said_in_every_language(rule: Rule, language: str) -> None:
    for matter in rule.breaches():
        for found in decide(matter).findings:
            if found.rule == rule.name:
                assert said_in(language, found.sentence) != found.sentence
                assert said_in(language, found.next_sentence) != found.next_sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", BY_CODE)
def test_who_blocked_whom_is_said_in_every_language(code: int, language: str) -> None:
    known = BY_CODE[code]
    assert said_in(language, known.sentence) != known.sentence
    assert said_in(language, known.next_sentence) != known.next_sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_law_has_its_usual_name_in_every_language(language: str) -> None:
    laws = {law for country in COUNTRIES for law in [strictest_law([country])] if law}
    assert len(laws) == 12
    for law in laws:
        said = said_in(
            language, f"The message holds or asks for health information, which {law} keeps out of ordinary chats."
        )
        assert said_in(language, law) != law
        assert said_in(language, law) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kinds", [["PIN"], ["PIN", "card number"], ["card number"]])
def test_advice_on_identifiers_is_said_in_every_language(language: str, kinds: list[str]) -> None:
    for advice in (instead_of_sending(kinds), *map(instead_of_asking, kinds)):
        assert said_in(language, advice) != advice


def test_nobody_is_advised_to_write_a_part_of_a_secret() -> None:
    assert {kind for kind, _ in DIGITS.values()} | set(WORDS.values()) == SECRETS
    for secret in SECRETS:
        assert "four" not in instead_of_sending([secret]) + instead_of_asking(secret)
    (found,) = decide(an_outbound("Your PIN is 4821.")).findings
    assert found.next_sentence == instead_of_sending(["PIN"])
    (asked,) = decide(an_outbound("Please send me your PIN.")).findings
    assert asked.next_sentence == instead_of_asking("PIN")
    (card,) = decide(an_outbound("Your card is 4111 1111 1111 1111.")).findings
    assert "four" in card.next_sentence
    both = instead_of_sending(["PIN", "card number"])
    assert both.startswith("Leave the secret out") and "four" in both


def test_what_was_filled_in_is_kept_and_its_words_are_said_too() -> None:
    said = said_in("es", "The message contains a full card number, which may not be sent over WhatsApp.")
    assert said == "El mensaje contiene un dato completo (número de tarjeta), que no se puede enviar por WhatsApp."
    assert "14:30" in said_in("fr", "It is 14:30 where this person lives, and marketing waits until 08:00.")


def test_several_things_that_are_missing_are_joined_in_that_language_and_names_stay_as_they_are() -> None:
    said = said_in("es", "The application lacks a legal name and a country.")
    assert said == "A la solicitud le falta lo siguiente: una razón social y un país."
    assert "Bread and Butter" in said_in("fr", "The name “Bread and Butter” is, or is like, that of PayPal.")


def test_a_language_or_a_sentence_that_nobody_translated_stays_english() -> None:
    assert said_in("xx", "Mend what is named and send it again.") == "Mend what is named and send it again."
    assert said_in("es", "Nobody wrote this.") == "Nobody wrote this."
    assert said_in("../es", "Mend what is named and send it again.") == "Mend what is named and send it again."
