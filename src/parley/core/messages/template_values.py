"""What a template is filled with beyond texts: what its buttons carry, and its cards."""

from typing import Any, Literal

from msgspec import Struct, field

from parley.core.messages.limits import length, strings
from parley.core.messages.linked_file import LinkedFile
from parley.core.messages.product import ProductSection

TapKind = Literal["quick_reply", "url", "copy_code", "flow", "catalog", "mpm", "otp"]
LONGEST_CODE = {"copy_code": 20, "otp": 15}


class Tap(Struct, frozen=True, omit_defaults=True):
    """What one button carries: a payload, the end of an address, a code, a form's token, or items of a catalogue.

    ``value``: the payload, ending, code or token; of ``catalog`` and ``mpm`` the item whose picture is shown.
    """

    kind: TapKind
    index: int
    value: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    sections: tuple[ProductSection, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every string that a person may read."""
        read = self.value if self.kind in ("url", "copy_code", "otp") else ""
        return tuple(t for t in (read, *strings(self.data), *(section.title for section in self.sections)) if t)

    @property
    def retailer_ids(self) -> tuple[str, ...]:
        """The items of a catalogue that it names."""
        shown = (self.value,) if self.kind in ("catalog", "mpm") and self.value else ()
        return (*shown, *(item for section in self.sections for item in section.retailer_ids))

    def breaches(self, place: str) -> tuple[str, ...]:
        """The limits that it breaks; ``place`` is where it stands."""
        found = [] if 0 <= self.index <= 9 else [f"{place}.index: {self.index} given, 0 to 9 are allowed"]
        if self.kind in LONGEST_CODE:
            found += length(f"{place}.value", self.value, LONGEST_CODE[self.kind], 1)
        elif self.kind == "quick_reply":
            found += length(f"{place}.value", self.value, 256, 1)
        elif self.kind == "url":
            found += length(f"{place}.value", self.value, 2000, 1)
        if self.kind == "copy_code" and not self.value.isalnum():
            found.append(f"{place}.value: a code has letters and digits only")
        items = sum(len(section.retailer_ids) for section in self.sections)
        if self.kind == "mpm" and not (1 <= items <= 30 and 1 <= len(self.sections) <= 10 and self.value):
            found.append(
                f"{place}: {items} items given, 1 to 30 in 1 to 10 sections and one for the picture are needed"
            )
        return tuple(found)


class TemplateCard(Struct, frozen=True, omit_defaults=True):
    """One card of a template's carousel."""

    file: LinkedFile
    body: tuple[str, ...] = ()
    taps: tuple[Tap, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every string of the card that a person will read."""
        return (*self.file.texts(), *self.body, *(text for tap in self.taps for text in tap.texts()))

    def breaches(self, place: str) -> tuple[str, ...]:
        """The limits that it breaks; ``place`` is where it stands."""
        taps = (each for n, tap in enumerate(self.taps, start=1) for each in tap.breaches(f"{place}.taps.{n}"))
        return (*self.file.breaches(f"{place}.file"), *taps)
