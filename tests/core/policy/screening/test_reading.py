import os
import subprocess
import sys
import time

import pytest

from parley.core.policy.screening.reading import read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("p\u0456st\u043el", "pistol"),  # Cyrillic among Latin letters
        ("\u03c1\u03b9sto\u03bb", "pistol"),  # Greek
        ("\uff50\uff49\uff53\uff54\uff4f\uff4c", "pistol"),  # full width
        ("\U0001d4f9\U0001d4f2\U0001d4fc\U0001d4fd\U0001d4f8\U0001d4f5", "pistol"),  # mathematical
        ("\u24df\u24d8\u24e2\u24e3\u24de\u24db", "pistol"),  # in circles
        ("\U0001f17f\U0001f178\U0001f182\U0001f183\U0001f17e\U0001f17b", "pistol"),  # in dark squares
        ("p\u200bi\u200bs\u200bt\u200bo\u200bl", "pistol"),
        ("p\u0336i\u0336s\u0336t\u0336o\u0336l\u0336", "pistol"),
        ("\u202elotsip", "pistol"),  # shown backwards
        ("p i s t o l", "pistol"),
        ("p.i.s.t.o.l", "pistol"),
        ("p\U0001f525i\U0001f525s\U0001f525t\U0001f525o\U0001f525l", "pistol"),
        ("pis-tol", "pistol"),
        ("pi st ol pistol", "pistol"),
        ("p1st0l", "pistol"),
        ("pi$tol", "pistol"),
        ("p*stol", "pistol"),
        ("piiiistol", "pistol"),
        ("pitsol", "pistol"),
        ("cheappistols", "pistols"),
        ("مُـسَـدَّس", "مسدس"),
        ("والمسدس", "مسدس"),
        ("पिस्तौल़", "पिस्तौल"),
    ],
)
def test_what_is_written_to_hide_is_read_as_meant(written: str, meant: str) -> None:
    assert meant in read(written).words


@pytest.mark.parametrize(
    "text",
    [
        "mp3 4x4 covid19 iphone14 100mg h2o b2b",
        "the total is 500 or 19 99 for 2 shirts",
        "my therapist lives in essex",
        "привет мир",
        "desarrolladores de ventanas y rompecabezas",
        "مرحبا اين طلبي",
        "मेरा आर्डर कहां है",
    ],
)
def test_honest_words_stay_as_they_are(text: str) -> None:
    reading = read(text)
    written = text.replace("h2o", "h2o").split()
    assert [word for word in written if word not in reading.words and not _beside(word, text)] == []


def _beside(word: str, text: str) -> bool:
    return any(form == word for forms in read(text).others.values() for form, _ in forms)


def test_an_address_is_not_read_as_a_word() -> None:
    assert "joeashop" not in read("write to joe@shop.com").words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is my order? It was due yesterday.", "en"),
        ("¿Dónde está mi pedido? Llegaba ayer.", "es"),
        ("Onde está a minha encomenda? Era para ontem.", "pt"),
        ("Où est ma commande ? Elle devait arriver hier.", "fr"),
        ("أين طلبي؟", "ar"),
        ("मेरा ऑर्डर कहाँ है?", "hi"),
        ("mera order kahan hai bhai, kal aana tha", "hi-Latn"),
        ("Wo ist meine Bestellung? Sie sollte gestern kommen.", "und"),
        ("12345", "und"),
    ],
)
def test_the_language_of_a_short_message(text: str, language: str) -> None:
    assert read(text).language == language


def test_a_short_title_may_be_in_several_languages() -> None:
    assert {"es", "pt"} <= set(read("pistola").languages)


LONG = ("a", "a ", "a.", "\u0301", "\u0430a", "$a1", "*", "\u202ea", "\ufdfa", "ab1 ")


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    read(piece * (65536 // len(piece)))
    assert time.perf_counter() - started < 0.5


def test_a_reading_does_not_hang_on_chance() -> None:
    """A decision is told again word by word later: sets in another order in another process must not change it."""
    texts = ["\\\\Si.como no?!listened2the plaid album-quite gd&the new air1", "I need a real man 2 satisfy me gal1"]
    program = f"from parley.core.policy.screening import read\nfor each in {texts!r}: print(read(each).words)"
    said = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(said) == 1
