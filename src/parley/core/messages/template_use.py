"""An approved template with its parameters filled in: the only way to write outside the window (C1, C6)."""

from msgspec import Struct


class TemplateUse(Struct, frozen=True, tag="template"):
    """A template by name and language. ``rendered`` is what the customer will read, kept for the thread."""

    name: str
    language: str
    category: str
    header: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    rendered: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return tuple(text for text in (self.rendered, *self.header, *self.body, *self.buttons) if text)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = []
        for part, values in (("header", self.header), ("body", self.body), ("buttons", self.buttons)):
            for place, value in enumerate(values, start=1):
                if not value.strip():
                    found.append(f"{part}.{place}: a template parameter can not be empty")
                if any(c in value for c in "\n\t") or "     " in value:
                    found.append(f"{part}.{place}: no line break, tab or more than four spaces in a row is allowed")
        if len(self.rendered) > 1024 + 60 + 60:
            found.append(f"rendered: {len(self.rendered)} characters, the filled template is too long")
        return tuple(found)
