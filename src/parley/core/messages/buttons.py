"""Up to three reply buttons under a text."""

from msgspec import Struct


class Button(Struct, frozen=True):
    """A button the customer may tap; its id comes back, its title is shown."""

    id: str
    title: str


class Buttons(Struct, frozen=True, tag="buttons"):
    """A text with one to three reply buttons."""

    body: str
    buttons: tuple[Button, ...]
    header: str = ""
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return tuple(t for t in (self.header, self.body, self.footer, *(b.title for b in self.buttons)) if t)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = []
        if not 1 <= len(self.buttons) <= 3:
            found.append(f"buttons: {len(self.buttons)} given, 1 to 3 are allowed")
        if not self.body or len(self.body) > 1024:
            found.append(f"body: {len(self.body)} characters, 1 to 1024 are allowed")
        if len(self.header) > 60:
            found.append(f"header: {len(self.header)} characters, at most 60 are allowed")
        if len(self.footer) > 60:
            found.append(f"footer: {len(self.footer)} characters, at most 60 are allowed")
        for place, button in enumerate(self.buttons, start=1):
            if not 1 <= len(button.title) <= 20:
                found.append(f"buttons.{place}.title: {len(button.title)} characters, 1 to 20 are allowed")
            if not 1 <= len(button.id) <= 256:
                found.append(f"buttons.{place}.id: {len(button.id)} characters, 1 to 256 are allowed")
        if len({b.title for b in self.buttons}) < len(self.buttons):
            found.append("buttons.title: two buttons have the same title, each must be different")
        return tuple(found)
