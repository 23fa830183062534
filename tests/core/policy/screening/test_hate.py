"""Hate against groups of people is found in six languages; what only sounds like it is not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.policy.screening.detectors import hate
from parley.core.policy.screening.hits import HIT
from parley.core.policy.screening.reading import read
from tests.core.policy.screening.disguises import hidden

BREACHES = [
    "We do not want filthy immigrants anywhere near our shop",
    "honestly muslims disgust me",
    "Women are too stupid to drive, keep them in the kitchen",
    "All gays should be locked up",
    "Somebody ought to burn those refugees out of their tents",
    "jews are parasites",
    "They will never be real human beings, these disabled people are a burden",
    "Why are black people always so lazy?",
    "What a dumb tranny",
    "Odio a los inmigrantes, son una plaga",
    "Los judíos son ratas",
    "Voy a matar a todos los musulmanes",
    "Os imigrantes são um lixo",
    "Tenho nojo de gays",
    "Eu vou espancar aquele deficiente",
    "Les musulmans sont de la vermine",
    "Je déteste les réfugiés",
    "Il faut exterminer ces juifs",
    "اكره اللاجئين كلهم",
    "اليهود حشرات",
    "لازم نقتل المثليين",
    "मुझे मुसलमानों से नफरत है",
    "दलित कीड़े हैं",
    "mujhe musalmano se nafrat hai",
    "sabhi auratein bewakoof hain",
]
LOOK_ALIKES = [
    "يسعدني ان النساء يعملن هنا.",
    "يسعدني ان اللاجئين يجدون عملا في مدينتنا.",
    "Everyone is welcome here: women, men, trans people, immigrants and refugees",
    "No woman deserves to be beaten",
    "I would never hate someone for being gay",
    "Calling disabled people parasites is hateful and wrong",
    "As a Muslim I was treated terribly by your driver",
    "The women's jacket was disgusting, it smelled of smoke",
    "I hate this phone, the battery is garbage",
    "I can't stand waiting at the airport",
    "Refugees deserve respect and a warm meal",
    "Black shoes, size 40, for women",
    "Our shop has a ramp for wheelchair users",
    "Los inmigrantes son bienvenidos en nuestra tienda",
    "Ninguna mujer merece morir",
    "Odio esta aplicación, es una basura",
    "As mulheres merecem respeito",
    "Dizer que gays são nojentos é inaceitável",
    "Les femmes sont formidables",
    "Je déteste ce téléphone",
    "احب كل الناس واحترم اللاجئين",
    "الخدمة سيئة جدا",
    "औरतों का सम्मान करो",
    "aurato ka samman karna chahiye",
    "mujhe is phone se nafrat hai",
]


def strength(text: str) -> float:
    return max((hit.strength for hit in hate.find(read(text))), default=0.0)


@pytest.mark.parametrize("text", BREACHES)
def test_hate_is_found(text: str) -> None:
    assert strength(text) >= HIT


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_sounds_like_hate_is_not(text: str) -> None:
    assert strength(text) < HIT


@given(st.sampled_from(BREACHES), st.data())
def test_hidden_marks_and_look_alike_letters_hide_nothing(text: str, data: st.DataObject) -> None:
    assert strength(hidden(text, data)) >= HIT


ATTACKS: dict[str, Callable[[str], str]] = {
    "digits": lambda text: text.replace("e", "3").replace("i", "1"),
    "two words as one": lambda text: text[::-1].replace(" ", "", 1)[::-1],
    "letters apart": lambda text: " ".join(" ".join(word) if len(word) > 5 else word for word in text.split()),
    "capitals": lambda text: text.upper(),
    "long letters": lambda text: text.replace("a", "aaaa"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_most_misspelt_hate_is_found(attack: str) -> None:
    found = [strength(ATTACKS[attack](text)) >= HIT for text in BREACHES]
    assert sum(found) >= 0.7 * len(found)
