"""What customers ask for in so many words, by sets that were written before their grammar was tried on them.

At first sight the grammar of "stop" heard 78 of 96 of its second set and took one of 96 look-alikes for one; that of
"person" 63 of 90, and one of 72.
"""

import tomllib
from pathlib import Path

import pytest

from parley.core.chatbot.person import wants_person
from parley.core.policy.consent import wants_to_stop
from parley.core.policy.wishes.lexicon import is_slip

SETS = Path(__file__).with_name("heard")
READERS = {"stops": wants_to_stop, "humans": wants_person}
NAMES = [f"{wish}_{turn}" for wish in READERS for turn in ("first", "second")]


def texts(name: str, kind: str) -> list[str]:
    languages = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    assert set(languages) == {"en", "es", "pt", "fr", "ar", "hi"}
    return [text for language in languages.values() for text in language[kind]]


@pytest.mark.parametrize("name", NAMES)
def test_a_wish_is_heard(name: str) -> None:
    reads = READERS[name.partition("_")[0]]
    assert [text for text in texts(name, "heard") if not reads(text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_only_looks_like_a_wish_is_none(name: str) -> None:
    reads = READERS[name.partition("_")[0]]
    assert [text for text in texts(name, "unheard") if reads(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "please don't stop messaging me",
        "don't ever stop sending me offers",
        "no dejen de escribirme",
        "n'arrêtez pas de m'envoyer vos messages",
        "मैसेज भेजना बंद मत करो",
        "please do not unsubscribe me",
        "no me borren de la lista",
        "Stop! That is the wrong house.",
        "I made a transfer to the wrong account.  Please stop it!",
        "Hay un cargo raro en mi cuenta. Parad eso.",
        "Un prélèvement bizarre est passé. Arrêtez ça.",
        "No message yet",
        "Don't send any",
        "I have not sent any messages",
        "لا تصلني رسائلكم",
        "الاتصال توقف",
        "कोई मैसेज नहीं",
        "रास्ते में हूँ। रुको",
        "There is a mistake on the label. Remove my number.",
        "remove my number and put my wife's on the parcel",
        "",
        "...",
    ],
)
def test_a_stop_that_is_denied_or_about_something_else_is_none(text: str) -> None:
    assert not wants_to_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is spam, stop messaging me",
        "quit it, stop writing me",
        "STOP PROMOTIONS",
        "esto es spam, dejen de mandarme mensajes",
        "c'est du spam, arrêtez de m'envoyer des messages",
        "मुझे मैसेज मत करो",
        "रुको",
        "alto",
    ],
)
def test_a_stop_counts_in_any_clause(text: str) -> None:
    assert wants_to_stop(text)


@pytest.mark.parametrize("text", ["no more robots", "I hate bots", "call me please", "rappelez-moi svp"])
def test_who_refuses_the_bot_or_asks_for_a_call_wants_a_person(text: str) -> None:
    assert wants_person(text)


@pytest.mark.parametrize(
    "text",
    ["I am not a robot", "it is no machine", "¿no es un robot?", "call me Ana", "My card is gone. Please advise."],
)
def test_who_speaks_of_robots_wants_none(text: str) -> None:
    assert not wants_person(text)


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("mesages", "messages", True),
        ("messsages", "messages", True),
        ("masseges", "messages", False),
        ("emssages", "messages", True),
        ("messagse", "messages", True),
        ("massages", "messages", True),
        ("packages", "messages", False),
    ],
)
def test_one_letter_may_be_wrong(word: str, meant: str, slip: bool) -> None:
    assert is_slip(word, meant) is slip
