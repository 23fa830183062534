"""Cards beside each other, each with a picture or a film and something to tap."""

from msgspec import Struct

from parley.core.messages.buttons import Button
from parley.core.messages.limits import count, length, web_address
from parley.core.messages.linked_file import LinkedFile


class CarouselCard(Struct, frozen=True, omit_defaults=True):
    """Either one button that opens a page (``label`` and ``url``), or reply buttons."""

    file: LinkedFile
    body: str = ""
    label: str = ""
    url: str = ""
    buttons: tuple[Button, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every string of the card that a person will read."""
        titles = (button.title for button in self.buttons)
        return tuple(t for t in (*self.file.texts(), self.body, self.label, self.url, *titles) if t)

    def breaches(self, field: str) -> tuple[str, ...]:
        """The limits that it breaks; ``field`` is where it stands."""
        found = [*self.file.breaches(f"{field}.file"), *length(f"{field}.body", self.body, 160)]
        if self.file.kind == "document":
            found.append(f"{field}.file: a card shows an image or a video")
        if self.body.count("\n") > 2:
            found.append(f"{field}.body: {self.body.count(chr(10))} line breaks, at most 2 are allowed")
        if bool(self.url) == bool(self.buttons):
            found.append(f"{field}: either a label with its url or reply buttons are needed, not both")
        if self.url:
            found += [*length(f"{field}.label", self.label, 20, 1), *web_address(f"{field}.url", self.url)]
        for place, button in enumerate(self.buttons, start=1):
            found += length(f"{field}.buttons.{place}.title", button.title, 20, 1)
            found += length(f"{field}.buttons.{place}.id", button.id, 256, 1)
        return tuple(found)


class Carousel(Struct, frozen=True, tag="carousel"):
    """A text above two to ten cards; all with images, or all with videos."""

    body: str
    cards: tuple[CarouselCard, ...]

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.body, *(text for card in self.cards for text in card.texts()))

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = [*length("body", self.body, 1024, 1), *count("cards", len(self.cards), 2, 10)]
        if len({card.file.kind for card in self.cards}) > 1:
            found.append("cards: all have images, or all have videos")
        if len({bool(card.url) for card in self.cards}) > 1 or len({len(card.buttons) for card in self.cards}) > 1:
            found.append("cards: all have the same buttons")
        for place, card in enumerate(self.cards, start=1):
            found += card.breaches(f"cards.{place}")
        return tuple(found)
