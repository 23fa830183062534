"""From a telephone number to its country, and from a country to its rows of a rate card."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import phonenumbers

# The country of a person whose number is not known, and the row of all countries without one of their own.
OTHER = "Other"
_KNOWN = tomllib.loads((files("parley.core.pricing") / "markets.toml").read_text(encoding="utf-8"))
_OWN: dict[str, str] = _KNOWN["own"]
_REGION: dict[str, str] = {country: name for name, countries in _KNOWN["regions"].items() for country in countries}
_NAMES = frozenset({OTHER, "*", *_OWN.values(), *_KNOWN["regions"]})


@lru_cache(maxsize=20_000)
def country_of(phone: str) -> str:
    """Two letters by the calling code, 'Other' where there is no number or it belongs to no country."""
    try:
        number = phonenumbers.parse(phone if phone.startswith("+") else f"+{phone}")
    except phonenumbers.NumberParseException:
        return OTHER
    code = number.country_code or 0
    region = phonenumbers.region_code_for_number(number) or phonenumbers.region_code_for_country_code(code)
    return str(region) if region and region.isalpha() and region != "ZZ" else OTHER


@lru_cache(maxsize=500)
def rows_of(country: str) -> tuple[str, ...]:
    """The names under which a card may have that country, the nearest first."""
    names = (country, _OWN.get(country, ""), _REGION.get(country, ""), OTHER, "*")
    return tuple(dict.fromkeys(name for name in names if name))


def is_market(name: str) -> bool:
    """Whether a card may have a row of that name: a country's two letters, or a name that the lists have."""
    return name in _NAMES or (len(name) == 2 and name in phonenumbers.SUPPORTED_REGIONS)
