"""How much of a text is read: long ones in parts, and what is longer than anything that can be sent not to its end.

The screens look closely at no more than ``WHOLE`` characters at once, so that no text keeps them busy. Parts overlap,
as an offer may stand where one ends.
"""

from collections.abc import Iterator

# A message may have 4,096 characters, with its header, footer and buttons some more.
WHOLE, OVERLAP = 5_000, 400
# A catalogue's description may have 9,999, with its title, category and brand some more.
LONGEST = 12_288
FIRST, LAST = 800, 200  # of a longer one, which a rule refuses
REFUSED = FIRST + LAST  # of each text of a message that the platform would refuse


def in_parts(text: str) -> tuple[str, ...]:
    """The text, or parts of it that hold all of it; of one that no rule lets pass, its beginning and its end."""
    if len(text) <= WHOLE:
        return (text,)
    return tuple(_parts(text)) if len(text) <= LONGEST else (beginning_and_end(text),)


def beginning_and_end(text: str) -> str:
    """The text, or of one that is longer than anything that can be sent as much as tells what it is."""
    return text if len(text) <= LONGEST else f"{text[:FIRST]} {text[-LAST:]}"


def _parts(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > WHOLE:
        end = start + WHOLE
        space = text.rfind(" ", end - OVERLAP, end)
        end = space if space > 0 else end
        yield text[start:end]
        again = text.find(" ", end - OVERLAP, end)
        start = again + 1 if again > 0 else end - OVERLAP
    yield text[start:]
