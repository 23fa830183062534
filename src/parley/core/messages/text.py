"""Plain text, at most 4,096 characters."""

from msgspec import Struct


class Text(Struct, frozen=True, tag="text"):
    """A text message."""

    body: str
    preview_url: bool = False

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.body,)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        if not self.body.strip():
            return ("body: a text message can not be empty",)
        if len(self.body) > 4096:
            return (f"body: {len(self.body)} characters, at most 4096 are allowed",)
        return ()
