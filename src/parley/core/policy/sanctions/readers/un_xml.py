"""The consolidated list of the United Nations Security Council as XML."""

from parley.core.policy.sanctions.entries import Name, WatchEntry
from parley.core.policy.sanctions.readers.xml import Element, below, named, root_of
from parley.core.policy.sanctions.readers.years import span, years_in

PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def reads(content: bytes) -> bool:
    """Whether it looks like one."""
    return b"<CONSOLIDATED_LIST" in content[:4096]


def entries(content: bytes, aliases: bytes = b"") -> list[WatchEntry]:
    """People, then organisations."""
    root = root_of(content)
    people = [_person(each) for each in below(root, "INDIVIDUALS", "INDIVIDUAL")]
    organisations = [_organisation(each) for each in below(root, "ENTITIES", "ENTITY")]
    return [entry for entry in (*people, *organisations) if entry.names]


def _person(element: Element) -> WatchEntry:
    born = set[int]()
    for each in below(element, "INDIVIDUAL_DATE_OF_BIRTH"):
        born.update(years_in(f"{named(each, 'DATE')} {named(each, 'YEAR')}"))
        first, last = named(each, "FROM_YEAR"), named(each, "TO_YEAR")
        if first.isdigit() and last.isdigit():
            born.update(span(int(first), int(last)))
    return WatchEntry(
        _reference(element), "person", _names(element, "INDIVIDUAL_ALIAS"), tuple(sorted(born)), _list(element)
    )


def _organisation(element: Element) -> WatchEntry:
    return WatchEntry(_reference(element), "organisation", _names(element, "ENTITY_ALIAS"), (), _list(element))


def _names(element: Element, alias: str) -> tuple[Name, ...]:
    main = " ".join(part for part in (named(element, each) for each in PARTS) if part)
    others = [Name(named(each, "ALIAS_NAME"), weak=named(each, "QUALITY") == "Low") for each in below(element, alias)]
    names = (Name(main), Name(named(element, "NAME_ORIGINAL_SCRIPT")), *others)
    return tuple(name for name in names if name.text)


def _reference(element: Element) -> str:
    return named(element, "REFERENCE_NUMBER") or named(element, "DATAID")


def _list(element: Element) -> str:
    return named(element, "UN_LIST_TYPE")
