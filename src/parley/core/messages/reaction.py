"""An emoji on an earlier message; an empty one takes it back."""

from msgspec import Struct

from parley.core.messages.emoji import is_one_emoji


class Reaction(Struct, frozen=True, tag="reaction"):
    """A reaction to the message with that platform id."""

    platform_id: str
    emoji: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return ()

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = () if self.platform_id else ("platform_id: the message reacted to is missing",)
        if self.emoji and not is_one_emoji(self.emoji):
            return (*found, "emoji: one emoji is allowed, or nothing to take the reaction back")
        return found
