"""Promotion that an agent or the bot types: marketing for whoever opted out of it and has not asked for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from parley.core.policy.examples import NOW, a_consent, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.gate import decide
from parley.core.policy.offers import asks_for_offers

NIGHT = NOW.replace(hour=2)
ENGLISH = {"to": "447700900123"}
OFFERS = [
    "We have a special offer for you: 20% off everything, this weekend only!",
    "¡Aprovecha! 30% de descuento en toda la tienda",
    "Aproveite: 30% de desconto na nova coleção",
    "Profitez de nos soldes : 30% de remise",
    "عرض خاص: خصم 30% لفترة محدودة",
    "विशेष ऑफर: भारी छूट, अभी खरीदें",
]
HONEST = [
    "Your order is on its way and arrives tomorrow.",
    "Your refund of 20 euros was paid today.",
    "We are sorry: the delivery is late, and the repair is free of charge.",
    "Su pedido llega mañana.",
    "Seu pedido chega amanhã.",
    "Votre commande arrive demain.",
    "طلبك يصل غدا.",
    "आपका ऑर्डर कल आएगा।",
]


def to_who_opted_out(text: str, purpose: str = "marketing", **facts: object) -> Outbound:
    said = a_consent(purpose, "opt_out", at=NOW - timedelta(hours=20))
    return an_outbound(text, consents=[said], **facts)


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_in_free_text_is_refused_to_who_opted_out_of_marketing(text: str) -> None:
    decision = decide(to_who_opted_out(text))
    assert (decision.verdict, decision.clauses) == ("block", ("B7",))
    assert decide(to_who_opted_out(text, author_kind="bot")).verdict == "block"
    assert decide(to_who_opted_out(text, "all")).verdict == "block"


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_is_in_order_for_who_never_opted_out_and_for_who_asked(text: str) -> None:
    assert decide(an_outbound(text)).verdict == "allow"
    assert decide(to_who_opted_out(text, offers_asked_at=NOW - timedelta(minutes=3))).verdict == "allow"


def test_a_question_from_before_the_opt_out_asks_for_nothing_any_more() -> None:
    assert decide(to_who_opted_out(OFFERS[0], offers_asked_at=NOW - timedelta(hours=21))).verdict == "block"


@pytest.mark.parametrize("text", HONEST)
def test_who_opted_out_of_marketing_is_still_served(text: str) -> None:
    assert decide(to_who_opted_out(text)).verdict == "allow"


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_in_free_text_wakes_nobody(text: str) -> None:
    asleep = an_outbound(text, now=NIGHT, **ENGLISH)
    assert decide(asleep).clauses == ("B8",)
    assert decide(replace(asleep, now=NOW)).verdict == "allow"
    assert decide(replace(asleep, offers_asked_at=NIGHT - timedelta(hours=5))).verdict == "allow"
    awake = replace(asleep, window_expires_at=NIGHT + timedelta(hours=23, minutes=50))
    assert decide(awake).verdict == "allow"


@pytest.mark.parametrize("text", HONEST)
def test_an_answer_goes_out_at_any_hour(text: str) -> None:
    assert decide(an_outbound(text, now=NIGHT, **ENGLISH)).verdict == "allow"


@pytest.mark.parametrize(
    "text",
    [
        "How much is the blue one?", "do you have any offers?", "Is there a discount for students?", "what's the price",
        "¿Cuánto cuesta?", "¿Tienen ofertas?", "quanto custa?", "tem promoção?", "C'est combien ?",
        "vous avez des promos ?", "بكم هذا؟", "هل لديكم عروض؟", "कितने का है?", "कोई ऑफर है?", "iska daam kya hai",
    ],
)  # fmt: skip
def test_who_asks_for_offers_or_prices_is_understood(text: str) -> None:
    assert asks_for_offers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Where is my parcel?",
        "gracias",
        "¿Dónde está mi pedido?",
        "Obrigada",
        "où est mon colis ?",
        "أين طلبي؟",
        "मेरा ऑर्डर कहाँ है?",
    ],
)
def test_other_questions_ask_for_none(text: str) -> None:
    assert not asks_for_offers(text)
