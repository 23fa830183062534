"""XML from outside, read without its dangers: a document may not define entities, and so can not grow."""

from collections.abc import Iterator
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from parley.core.policy.sanctions.readers.unreadable import UnreadableList

Element = ElementTree.Element
DEEPEST = 60


def root_of(content: bytes) -> Element:
    """The document's element. Raises UnreadableList for anything with a document type or entities of its own."""
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnreadableList("The file is nested deeper than any list is.")
        builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    def refuse(*_: object) -> NoReturn:
        raise UnreadableList("The file defines a document type or entities, which no list does.")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, builder.data
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableList(f"The file is not whole: {error}.") from None
    return builder.close()


def named(element: Element, name: str) -> str:
    """The text of a child, '' where there is none."""
    return (element.findtext(name) or "").strip()


def below(element: Element, *path: str) -> Iterator[Element]:
    """All elements at the end of the path."""
    yield from element.iterfind("/".join(path))


def _local(name: str) -> str:
    return name.rpartition(":")[2]
