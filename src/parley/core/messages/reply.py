"""A tap of the customer: a reply button, a list row, or the quick reply of a template. Inbound only."""

from msgspec import Struct


class Reply(Struct, frozen=True, tag="reply"):
    """What was tapped: the id we gave it, the title the customer saw."""

    id: str
    title: str
    source: str = "button"
    description: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.title,)

    def breaches(self) -> tuple[str, ...]:
        """A business can not send one."""
        return ("type: a reply comes from the customer and can not be sent",)
