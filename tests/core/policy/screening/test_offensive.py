"""Sexual content, abuse and coarse language are found in six languages; harmless look-alikes are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.policy.screening.detectors import offensive
from parley.core.policy.screening.hits import CLEAR, HIT
from parley.core.policy.screening.reading import read
from tests.core.policy.screening.disguises import hidden

CLEAR_BREACHES = [
    "Send me your naked pictures and I will send mine",
    "Hot porn videos, click here",
    "Go fuck yourself, you will get no refund",
    "Mándame fotos desnuda",
    "Vete a la mierda, no te devolvemos nada",
    "Manda nudes, gostosa",
    "Vai se foder",
    "Envoie des nudes",
    "Va te faire foutre",
    "ابعتي صورك عريانه",
    "كس امك",
    "अपनी नंगी फोटो भेजो",
    "nangi photo bhejo",
    "teri maa ki, nikal laude",
]
DOUBTFUL = [
    "This is a shit day, sorry for the delay",
    "Qué mierda de día, disculpe la demora",
    "Que merda, o sistema caiu de novo",
    "Putain, le système est encore en panne",
]
LOOK_ALIKES = [
    "Your chicken breast and two cocktails are on the way",
    "The nude lipstick is back in stock",
    "Breast cancer screening is on Monday",
    "Our sex education leaflets are free",
    "The cockpit cover fits your boat",
    "The police escort arrives at nine",
    "Pechuga de pollo, dos kilos",
    "Es un placer ayudarle",
    "É um prazer ajudar você",
    "Blanc de poulet et sauce",
    "C'est un plaisir de vous aider",
    "صدور دجاج طازجة",
    "मेरा कुत्ता बीमार है, क्या आप पशु डॉक्टर हैं?",
    "garam chai ka order dena hai",
]


def strength(text: str) -> float:
    return max((hit.strength for hit in offensive.find(read(text))), default=0.0)


@pytest.mark.parametrize("text", CLEAR_BREACHES)
def test_sexual_content_and_abuse_are_clear(text: str) -> None:
    assert strength(text) >= CLEAR


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_coarse_word_is_held(text: str) -> None:
    assert HIT <= strength(text) < CLEAR


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_sounds_offensive_is_not(text: str) -> None:
    assert strength(text) < HIT


@given(st.sampled_from(CLEAR_BREACHES), st.data())
def test_hidden_marks_and_look_alike_letters_hide_nothing(text: str, data: st.DataObject) -> None:
    assert strength(hidden(text, data)) >= HIT
