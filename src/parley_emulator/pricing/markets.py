"""From a number to its country, and from the country to the row of a rate card (reference 7.5).

The calling code decides, as the price lists say: all of +1 is the United States here, and all of +7 Russia.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files

import phonenumbers

OTHER = "Other"
_KNOWN = tomllib.loads((files("parley_emulator.pricing") / "markets.toml").read_text(encoding="utf-8"))
_MARKETS: dict[str, str] = {
    **{country: market for market, countries in _KNOWN["regions"].items() for country in countries},
    **_KNOWN["own"],
}
_LONGEST_CODE = 3
LONGEST_NUMBER = 15


def country_of(wa_id: str) -> str:
    """Two letters, empty for a number of no country and for the id of a group."""
    if len(wa_id) > LONGEST_NUMBER:
        return ""
    return _country(wa_id[:_LONGEST_CODE])


@lru_cache(maxsize=1000)
def _country(beginning: str) -> str:
    for length in range(1, len(beginning) + 1):
        regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(beginning[:length]))
        if regions:
            return str(regions[0]) if regions[0].isalpha() else ""
    return ""


def market_of(country: str) -> str:
    """The name that rate cards have for it."""
    return _MARKETS.get(country, OTHER)
