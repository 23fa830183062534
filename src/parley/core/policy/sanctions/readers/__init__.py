"""List files in the formats of their keepers. Each format is a file of this folder: ``reads`` and ``entries``."""

from types import ModuleType
from typing import Literal

from parley.core.policy.sanctions.entries import WatchEntry
from parley.core.policy.sanctions.readers import eu_csv, eu_xml, ofac_csv, ofac_xml, un_xml
from parley.core.policy.sanctions.readers.unreadable import UnreadableList

Kind = Literal["ofac", "un", "eu"]
FORMATS: dict[Kind, tuple[ModuleType, ...]] = {"ofac": (ofac_xml, ofac_csv), "un": (un_xml,), "eu": (eu_xml, eu_csv)}

__all__ = ["Kind", "UnreadableList", "read_list"]


def read_list(content: bytes, kind: Kind, aliases: bytes = b"") -> list[WatchEntry]:
    """The entries of a list file. ``aliases``: the second file of OFAC's CSV form. Raises UnreadableList."""
    for form in FORMATS[kind]:
        if form.reads(content):
            found: list[WatchEntry] = form.entries(content, aliases)
            if not found:
                raise UnreadableList("The file has no entries.")
            return found
    raise UnreadableList(f"This is not a list in a form that the keeper of {kind.upper()} lists publishes.")
