"""A picture, film or document above a text: WhatsApp fetches it from a public address."""

import re
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct

from parley.core.messages.limits import web_address

END = re.compile(r"[?#]")


class LinkedFile(Struct, frozen=True, omit_defaults=True):
    """``link``: where WhatsApp fetches it."""

    kind: Literal["image", "video", "document"]
    link: str
    filename: str = ""

    def texts(self) -> tuple[str, ...]:
        """What a person may read of it."""
        return (self.filename,) if self.filename else ()

    def names(self) -> str:
        """What the address calls it, which nobody reads, but which tells what it is: "sale/red-shoes.jpg"."""
        path = self.link.partition("://")[2].partition("/")[2]
        return unquote(END.split(path, maxsplit=1)[0]).replace("/", " ").strip()

    def breaches(self, field: str) -> tuple[str, ...]:
        """The limits that it breaks; ``field`` is where it stands."""
        if not self.link.startswith("https://"):
            return (f"{field}.link: WhatsApp fetches files by https:// only",)
        return web_address(f"{field}.link", self.link)
