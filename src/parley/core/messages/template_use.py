"""An approved template with its parameters filled in: the only way to write outside the window (C1, C6)."""

from msgspec import Struct
from msgspec.structs import force_setattr

from parley.core.messages.limits import count
from parley.core.messages.linked_file import LinkedFile
from parley.core.messages.location import Location
from parley.core.messages.media import Media
from parley.core.messages.template_values import Tap, TemplateCard


class TemplateUse(Struct, frozen=True, tag="template"):
    """A template by name and language. ``rendered`` is what the customer will read, kept for the thread.

    ``header`` and ``body`` are texts, in order; ``names`` are their names where the template's places have names, those
    of the header first. ``buttons``: the ends of its addresses. ``taps``: what any other button carries.
    ``header_media``: a file of ours; ``header_file``: one that WhatsApp fetches. ``offer_ends_at``: when a limited-time
    offer ends, in milliseconds. ``catalogue_id``: of the items that it names.
    """

    name: str
    language: str
    category: str
    header: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    rendered: str = ""
    names: tuple[str, ...] = ()
    header_file: LinkedFile | None = None
    header_media: Media | None = None
    header_place: Location | None = None
    taps: tuple[Tap, ...] = ()
    cards: tuple[TemplateCard, ...] = ()
    offer_ends_at: int = 0
    catalogue_id: str = ""

    def __post_init__(self) -> None:
        """The platform writes categories in capitals; here they are small, so that no rule passes one over."""
        force_setattr(self, "category", self.category.strip().lower())

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        files = (self.header_file, self.header_media)
        above = [text for file in files if file for text in file.texts()]
        above += self.header_place.texts() if self.header_place else ()
        below = [text for tap in self.taps for text in tap.texts()]
        below += [text for card in self.cards for text in card.texts()]
        return tuple(text for text in (self.rendered, *above, *self.header, *self.body, *self.buttons, *below) if text)

    @property
    def retailer_ids(self) -> tuple[str, ...]:
        """The items of a catalogue that its buttons name."""
        taps = (*self.taps, *(tap for card in self.cards for tap in card.taps))
        return tuple(dict.fromkeys(item for tap in taps for item in tap.retailer_ids))

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = []
        for part, values in (("header", self.header), ("body", self.body), ("buttons", self.buttons)):
            for place, value in enumerate(values, start=1):
                if not value.strip():
                    found.append(f"{part}.{place}: a template parameter can not be empty")
                if any(c in value for c in "\n\t") or "     " in value:
                    found.append(f"{part}.{place}: no line break, tab or more than four spaces in a row is allowed")
        found += self._breaches_of_parts()
        if len(self.rendered) > 1024 + 60 + 60:
            found.append(f"rendered: {len(self.rendered)} characters, the filled template is too long")
        return tuple(found)

    def _breaches_of_parts(self) -> list[str]:
        found = []
        if sum(map(bool, (self.header, self.header_file, self.header_media, self.header_place))) > 1:
            found.append("header: a text, a file or a place, not several")
        if self.names and len(self.names) != len(self.header) + len(self.body):
            found.append(f"names: {len(self.names)} given for {len(self.header) + len(self.body)} values")
        if self.header_file:
            found += self.header_file.breaches("header_file")
        if self.header_media:
            found += [f"header_media.{each}" for each in self.header_media.breaches()]
        if self.header_place:
            found += [f"header_place.{each}" for each in self.header_place.breaches()]
            if not self.header_place.name:
                found.append("header_place.name: is missing")
        if self.cards:
            found += count("cards", len(self.cards), 2, 10)
        for place, tap in enumerate(self.taps, start=1):
            found += tap.breaches(f"taps.{place}")
        for place, card in enumerate(self.cards, start=1):
            found += card.breaches(f"cards.{place}")
        if self.retailer_ids and not self.catalogue_id:
            found.append("catalogue_id: is missing; it says where the items are from")
        return found
