"""The European Union's consolidated list of financial sanctions as XML."""

from parley.core.policy.sanctions.entries import Name, Sort, WatchEntry
from parley.core.policy.sanctions.readers.xml import Element, below, root_of
from parley.core.policy.sanctions.readers.years import years_in

SORTS: dict[str, Sort] = {"P": "person", "E": "organisation", "PERSON": "person", "ENTERPRISE": "organisation"}


def reads(content: bytes) -> bool:
    """Whether it looks like one."""
    return b"<export" in content[:4096] and b"sanctionEntity" in content[:200_000]


def entries(content: bytes, aliases: bytes = b"") -> list[WatchEntry]:
    """Every entity that has a name."""
    found = [_entry(each) for each in below(root_of(content), "sanctionEntity")]
    return [entry for entry in found if entry.names]


def _entry(element: Element) -> WatchEntry:
    kind = element.find("subjectType")
    code = (kind.get("classificationCode") or kind.get("code") or "") if kind is not None else ""
    names = [Name(_name(each), weak=each.get("strong") == "false") for each in below(element, "nameAlias")]
    born = " ".join(f"{each.get('birthdate', '')} {each.get('year', '')}" for each in below(element, "birthdate"))
    rules = [each.get("programme", "") for each in below(element, "regulation")]
    return WatchEntry(
        entry_id=element.get("euReferenceNumber", "") or element.get("logicalId", ""),
        sort=SORTS.get(code.upper(), "other"),
        names=tuple(name for name in names if name.text),
        birth_years=years_in(born),
        programme=", ".join(dict.fromkeys(each for each in rules if each)),
    )


def _name(alias: Element) -> str:
    parts = (alias.get(each, "") for each in ("firstName", "middleName", "lastName"))
    return alias.get("wholeName", "").strip() or " ".join(part for part in parts if part).strip()
