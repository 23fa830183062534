"""The list of Specially Designated Nationals as CSV: ``sdn.csv``, with further names in ``alt.csv``."""

import csv
import io
import re

from parley.core.policy.sanctions.entries import Name, Sort, WatchEntry
from parley.core.policy.sanctions.readers.unreadable import UnreadableList
from parley.core.policy.sanctions.readers.years import years_in

NOTHING = "-0-"
END = "\x1a"
COLUMNS, ALIAS_COLUMNS = 12, 5
SORTS: dict[str, Sort] = {"individual": "person", "": "organisation"}
BORN = re.compile(r"\bDOB\b([^;]*)")
ALIAS = re.compile(r"\b[afn]\.k\.a\. '([^']+)'")


def reads(content: bytes) -> bool:
    """Whether its first line has the twelve columns of the list, which come without headings."""
    first = next(iter(_rows(content[:20_000])), [])
    return len(first) == COLUMNS and first[0].isdigit()


def entries(content: bytes, aliases: bytes = b"") -> list[WatchEntry]:
    """Every entry with the names of both files. Raises UnreadableList for a line with other columns."""
    further: dict[str, list[Name]] = {}
    for row in _checked(aliases, ALIAS_COLUMNS):
        further.setdefault(row[0], []).append(Name(_turned(row[3]), weak="weak" in row[4].lower()))
    found = []
    for number, name, sort, programme, *_, remarks in _checked(content, COLUMNS):
        names = [Name(_turned(name)), *(Name(_turned(each)) for each in ALIAS.findall(remarks))]
        born = years_in(" ".join(BORN.findall(remarks)))
        all_names = tuple(each for each in (*names, *further.get(number, [])) if each.text)
        found.append(WatchEntry(number, SORTS.get(sort.lower(), "other"), all_names, born, programme))
    return [entry for entry in found if entry.names]


def _checked(content: bytes, columns: int) -> list[list[str]]:
    rows = list(_rows(content))
    broken = next((place for place, row in enumerate(rows, 1) if len(row) != columns or not row[0].isdigit()), None)
    if broken is not None:
        raise UnreadableList(f"Line {broken} does not have the {columns} columns of this form.")
    return rows


def _rows(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8", "replace").replace("\0", "")
    rows = csv.reader(io.StringIO(text, newline=""))
    kept = [[_value(cell) for cell in row] for row in rows if row and row[0].strip(f" {END}")]
    return kept


def _value(cell: str) -> str:
    stripped = cell.strip()
    return "" if stripped == NOTHING else stripped


def _turned(name: str) -> str:
    """``FAMILY, Given`` as it is spoken."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name
