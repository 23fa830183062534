"""What is written in disguise throughout is read as it is meant; what only looks so stays as it is."""

import pytest

from parley.core.policy.screening import HIT, screen
from parley.core.policy.screening.disguises import undisguised
from parley.core.policy.screening.reading import read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("m@!n un $@bhi ko n@h! j@nta", "main un sabhi ko nahi janta"),
        ("de$tornillaremo$ ese tuerc0", "destornillaremos ese tuerco"),  # which nobody knows
        ("th3y 4re 4ll th3 s4m3 t0 m3", "they are all the same to me"),
        ("You are noth!ng! Go home!", "You are nothing! Go home!"),
        ("Le vo!$!n d'@nna", "Le voisin d'anna"),
        ("the-se peo-ple are wor-thless scumbg-zz", "these people are worthless scumbgzz"),
        ("to-das las muj-eres tort-ruaremos", "todas las mujeres tortruaremos"),
        ("th\u00b7ese peo\u00b7ple are wor\u00b7thless", "these people are worthless"),
    ],
)
def test_what_is_written_so_throughout_is_read_as_meant(written: str, meant: str) -> None:
    assert undisguised(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "mp3 4x4 covid19 iphone14 100mg h2o b2b",
        "Order AB12CD34 and XK45TR7 for anna@example.com and b0b@mail.example.com",
        "Great!Thanks a lot!See you!",
        "@anna and @ben, it is $5 or 10$ each!",
        "https://sh0p.example.com/w3lc0me and www.n3ws.example.com/d0gs",
        "The well-known self-made man is state-of-the-art",
        "See it.Then call.Then come to shop.example.com",
        "म\u0947रा ऑर\u094dडर कहाँ ह\u0948",
    ],
)
def test_what_others_write_stays_as_it_is(text: str) -> None:
    assert undisguised(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "$omebody $hould get r!d of those d!$@bled people",
        "5omeb0dy sh0uld g3t r1d of tho53 d154bled pe0ple",
        "Some-body sho-uld get rid of tho-se disa-bled peo-ple",
        "n@fr@t h@! mujhe in mu$@lmano se",
    ],
)
def test_hate_in_disguise_is_found(text: str) -> None:
    assert any(hit.group == "E6" and hit.strength >= HIT for hit in screen(text))


def test_a_denial_in_disguise_is_one() -> None:
    text = "mai $@bhi mu$@lmano se nafr@t n@h! kart@"
    assert not any(hit.group == "E6" and hit.strength >= HIT for hit in screen(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("th ese peo ple are wo rht noth ing at all", "these people are worth nothing at all"),
        ("no us all ons fi nir av ec to us les voi sins", "nous allons finir avec tous les voisins"),
    ],
)
def test_a_word_in_pieces_is_mended_as_one_is(text: str, words: str) -> None:
    """Two letters the other way round do not keep its pieces apart; small words of another language neither."""
    assert " ".join(read(text).words) == words
