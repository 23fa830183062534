"""A shop that speaks as a bank or an authority, a bank that speaks as itself, and whoever only names one."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from parley.core.policy.examples import CLIENT, NOW, PROFILE, an_outbound
from parley.core.policy.facts import NumberFacts
from parley.core.policy.rules.nobody_claims_to_be_another import check

SENTENCES = tomllib.loads((Path(__file__).parent / "screening/sentences/B3.toml").read_text(encoding="utf-8"))
SHOP = replace(CLIENT, name="Casa Verde", legal_name="Casa Verde SL", sector="retail")


def sentences(kind: str) -> list[str]:
    return [line for part in SENTENCES.values() if isinstance(part, dict) for line in part[kind].strip().splitlines()]


def claims(text: str, name: str = "Casa Verde", sector: str = "retail") -> bool:
    client = replace(SHOP, name=name, legal_name=f"{name} SL", sector=sector)
    return check(an_outbound(text, client=client, number=NumberFacts("1", name, PROFILE, NOW))) is not None


@pytest.mark.parametrize("text", sentences("breach"))
def test_an_office_that_is_not_ones_own_is_claimed(text: str) -> None:
    assert claims(text)


@pytest.mark.parametrize("text", sentences("honest"))
def test_an_office_that_is_only_named_is_not(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("This is your bank. Your new card is ready", "Larkbank", "bank"),
        ("Somos su banco", "Caja Norte", "banking"),
        ("We are the tax office of the city", "City of Leeds", "government"),
        ("Your courier company here, we are at the door", "Swift Couriers", "logistics"),
        ("We are your electricity supplier", "Bright Power", "energy"),
    ],
)
def test_who_is_one_may_say_so(text: str, name: str, sector: str) -> None:
    assert not claims(text, name, sector)
    assert claims(text)
