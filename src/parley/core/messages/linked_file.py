"""A picture, film or document above a text: WhatsApp fetches it from a public address."""

from typing import Literal

from msgspec import Struct

from parley.core.messages.limits import web_address


class LinkedFile(Struct, frozen=True, omit_defaults=True):
    """``link``: where WhatsApp fetches it."""

    kind: Literal["image", "video", "document"]
    link: str
    filename: str = ""

    def texts(self) -> tuple[str, ...]:
        """What a person may read of it."""
        return (self.filename,) if self.filename else ()

    def breaches(self, field: str) -> tuple[str, ...]:
        """The limits that it breaks; ``field`` is where it stands."""
        if not self.link.startswith("https://"):
            return (f"{field}.link: WhatsApp fetches files by https:// only",)
        return web_address(f"{field}.link", self.link)
