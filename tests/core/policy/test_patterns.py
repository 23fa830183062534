"""Patterns read a row of one thing in time that grows as the row does, not as its square: texts of 64 KiB come in."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from time import process_time

import pytest

from parley.core import policy

LONG = 20_000
ROWS = ("1", "a", "_", " ", "\n", ".", "!?", "1.", "a-", "a@", "\u0915", "\u0628", "\u4e2d")
ENDS = ("\x00", " \u03b1", "!")
# Looked for at one place only, or in what is cut short before.
AT_ONE_PLACE = {
    "consent.EDGES",
    "consent.POLITENESS",
    "identifiers.recognisers.secrets.LINK",
    "identifiers.recognisers.secrets.SAID",
    "identifiers.recognisers.secrets.VALUE",
    "identifiers.requests.BLANK",
    "identity.claims.ENDS",
    "rules.profile_has_support_contact.EMAIL",
}


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for info in pkgutil.walk_packages(policy.__path__, "parley.core.policy."):
        for name, value in vars(importlib.import_module(info.name)).items():
            called = f"{info.name.removeprefix('parley.core.policy.')}.{name}"
            several = value.items() if isinstance(value, dict) else [("", value)]
            for key, each in several:
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str) and called not in AT_ONE_PLACE:
                    yield f"{called} {key}".strip(), each


PATTERNS = {pattern: name for name, pattern in _patterns()}


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.get)
def test_a_row_is_read_in_time_that_grows_with_it(pattern: re.Pattern[str]) -> None:
    for row in ROWS:
        for end in ENDS:
            text = (row * LONG)[:LONG] + end
            started = process_time()
            for _ in pattern.finditer(text):
                pass
            assert process_time() - started < 1, (row, end)


def test_what_is_looked_for_at_one_place_has_not_gone() -> None:
    for name in AT_ONE_PLACE:
        module, _, constant = name.rpartition(".")
        assert isinstance(getattr(importlib.import_module(f"parley.core.policy.{module}"), constant), re.Pattern)
