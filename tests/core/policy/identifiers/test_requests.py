import tomllib
from pathlib import Path

import pytest

from parley.commands.policy.evaluating.attacks import variants
from parley.core.policy.identifiers.as_meant import as_meant
from parley.core.policy.identifiers.requests import asks_for

MOST_LOST, MOST_MISTAKEN = 0.08, 0.015
SENTENCES = tomllib.loads(Path(__file__).with_name("requests.toml").read_text(encoding="utf-8"))


def sentences(section: str) -> list[str]:
    return [sentence for language in SENTENCES[section].values() for sentence in language]


@pytest.mark.parametrize("sentence", sentences("asks"))
def test_a_request_is_heard(sentence: str) -> None:
    assert asks_for(sentence)


@pytest.mark.parametrize("sentence", sentences("passes"))
def test_what_only_looks_like_a_request_passes(sentence: str) -> None:
    assert asks_for(sentence) is None


def test_what_is_asked_for_is_told() -> None:
    assert asks_for("Please send me your card number.") == "card number"
    assert asks_for("¿Cuál es tu contraseña?") == "password"
    assert asks_for("Qual é o seu CPF?") == "CPF number"


def test_a_request_that_is_written_to_hide_is_heard() -> None:
    hidden = [variant for sentence in sentences("asks")[::4] for variant in variants(sentence).values()]
    assert sum(asks_for(variant) is None for variant in hidden) / len(hidden) <= MOST_LOST


def test_what_only_looks_like_a_request_passes_also_where_words_are_cut() -> None:
    ways = ("dots", "pictures", "splitting, hyphen", "splitting, space", "spacing")
    hidden = [
        made[way] for sentence in sentences("passes") for made in [variants(sentence)] for way in ways if way in made
    ]
    assert sum(asks_for(variant) is not None for variant in hidden) / len(hidden) <= MOST_MISTAKEN


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Tha-nks Ana. Now the CVV ple-ase.", "security code"),
        ("P.l.e.a.s.e s.e.n.d me y.o.u.r p.a.s.s.w.o.r.d", "password"),
        ("Pleasesendmeyourcardnumber", "card number"),
        ("Pleeeease sendddd me yoooour passssword", "password"),
    ],
)
def test_what_is_asked_for_is_told_as_it_is_meant(written: str, asked: str) -> None:
    assert asks_for(written) == asked


def test_a_sentence_that_hides_nothing_stays_as_it_is() -> None:
    assert as_meant("Your PIN is safe. Se-nd the par-cel ba-ck.") == "Your PIN is safe. send the parcel back."
    assert as_meant("Your PIN is safe.") is None


def test_only_what_names_a_secret_in_full_beside_some_asking_is_read_twice() -> None:
    assert as_meant("The par-cel is ba-ck on day 4.") is None  # "4 digit PIN" begins so
    assert as_meant("Your PIN is sa-fe in the ap-p.") is None
    assert as_meant("Your P.I.N is sa-fe, se-nd it.") is not None
