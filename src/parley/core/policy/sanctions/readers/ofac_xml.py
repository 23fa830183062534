"""The list of Specially Designated Nationals as XML, ``sdn.xml``, and OFAC's consolidated list, which has its form."""

from parley.core.policy.sanctions.entries import Name, Sort, WatchEntry
from parley.core.policy.sanctions.readers.xml import Element, below, named, root_of
from parley.core.policy.sanctions.readers.years import years_in

SORTS: dict[str, Sort] = {"individual": "person", "entity": "organisation"}


def reads(content: bytes) -> bool:
    """Whether it looks like one."""
    return b"<sdnList" in content[:4096]


def entries(content: bytes, aliases: bytes = b"") -> list[WatchEntry]:
    """Every entry that has a name."""
    found = [_entry(each) for each in below(root_of(content), "sdnEntry")]
    return [entry for entry in found if entry.names]


def _entry(element: Element) -> WatchEntry:
    main = _name(element)
    others = [Name(_name(each), weak=named(each, "category") == "weak") for each in below(element, "akaList", "aka")]
    born = " ".join(named(each, "dateOfBirth") for each in below(element, "dateOfBirthList", "dateOfBirthItem"))
    programmes = [(each.text or "").strip() for each in below(element, "programList", "program")]
    return WatchEntry(
        entry_id=named(element, "uid"),
        sort=SORTS.get(named(element, "sdnType").lower(), "other"),
        names=tuple(name for name in (Name(main), *others) if name.text),
        birth_years=years_in(born),
        programme=", ".join(programmes),
    )


def _name(element: Element) -> str:
    return f"{named(element, 'firstName')} {named(element, 'lastName')}".strip()
