"""A text with one button that opens a web page."""

from msgspec import Struct

from parley.core.messages.limits import length, web_address
from parley.core.messages.linked_file import LinkedFile


class LinkButton(Struct, frozen=True, tag="link_button"):
    """``label`` stands on the button, ``url`` is opened by it."""

    body: str
    label: str
    url: str
    header: str = ""
    footer: str = ""
    header_file: LinkedFile | None = None

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        file = self.header_file.texts() if self.header_file else ()
        return tuple(t for t in (self.header, *file, self.body, self.footer, self.label, self.url) if t)

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        both = ("header: either a text or a file, not both",) if self.header and self.header_file else ()
        return (
            *both,
            *length("body", self.body, 1024, 1),
            *length("label", self.label, 20, 1),
            *length("header", self.header, 60),
            *length("footer", self.footer, 60),
            *web_address("url", self.url),
            *(self.header_file.breaches("header_file") if self.header_file else ()),
        )
