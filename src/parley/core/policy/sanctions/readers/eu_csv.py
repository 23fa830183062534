"""The European Union's consolidated list of financial sanctions as CSV, in both of its versions (1.0 and 1.1)."""

import csv
import io
from dataclasses import dataclass, field

from parley.core.policy.sanctions.entries import Name, Sort, WatchEntry
from parley.core.policy.sanctions.readers.unreadable import UnreadableList
from parley.core.policy.sanctions.readers.years import years_in

SORTS: dict[str, Sort] = {"P": "person", "E": "organisation"}
# What each column is called in version 1.0 and in 1.1, in small letters.
ID = ("entity_logical_id", "entity_logicalid")
REFERENCE = ("eu_ref_num", "entity_eu_referencenumber")
SORT = ("subject_type", "entity_subjecttype_classificationcode", "entity_subjecttype")
NAME = ("naal_wholename", "namealias_wholename")
PARTS = (
    ("naal_firstname", "namealias_firstname"),
    ("naal_middlename", "namealias_middlename"),
    ("naal_lastname", "namealias_lastname"),
)
BORN = (("birt_date", "birthdate_birthdate"), ("birt_year", "birthdate_year"))
PROGRAMME = ("programme", "entity_regulation_programme")


@dataclass
class _Gathered:
    """The rows of one entity: each row has a name, or a date of birth, or something else."""

    sort: str = ""
    reference: str = ""
    programme: str = ""
    names: dict[str, None] = field(default_factory=dict)
    born: list[str] = field(default_factory=list)


def reads(content: bytes) -> bool:
    """Whether its headings are those of the list."""
    head = content[:8192].decode("utf-8-sig", "replace").splitlines()[:1]
    names = {name.strip().strip('"').lower() for name in (head[0].split(";") if head else [])}
    return bool(names & set(ID)) and bool(names & set(NAME))


def entries(content: bytes, aliases: bytes = b"") -> list[WatchEntry]:
    """Every entity, its rows put together. Raises UnreadableList."""
    rows = csv.DictReader(
        io.StringIO(content.decode("utf-8-sig", "replace").replace("\0", ""), newline=""), delimiter=";"
    )
    gathered: dict[str, _Gathered] = {}
    for raw in rows:
        row = {str(key).strip().lower(): (value or "").strip() for key, value in raw.items() if isinstance(value, str)}
        number = _first(row, ID)
        if not number:
            raise UnreadableList(f"Line {rows.line_num} names no entity.")
        _gather(gathered.setdefault(number, _Gathered()), row)
    return [_entry(number, each) for number, each in gathered.items() if each.names]


def _gather(entity: _Gathered, row: dict[str, str]) -> None:
    entity.sort = entity.sort or _first(row, SORT)
    entity.reference = entity.reference or _first(row, REFERENCE)
    entity.programme = entity.programme or _first(row, PROGRAMME)
    name = _first(row, NAME) or " ".join(part for part in (_first(row, each) for each in PARTS) if part)
    if name:
        entity.names[name] = None
    entity.born += [value for value in (_first(row, each) for each in BORN) if value]


def _entry(number: str, gathered: _Gathered) -> WatchEntry:
    return WatchEntry(
        entry_id=gathered.reference or number,
        sort=SORTS.get(gathered.sort[:1].upper(), "other"),
        names=tuple(Name(name) for name in gathered.names),
        birth_years=years_in(" ".join(gathered.born)),
        programme=gathered.programme,
    )


def _first(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")
