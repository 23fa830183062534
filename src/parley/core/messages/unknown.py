"""A kind we do not know yet: kept whole and shown, never refused. Inbound only."""

from typing import Any

from msgspec import Struct, field


class Unknown(Struct, frozen=True, tag="unknown"):
    """The platform's own type name, the message as it came, and why it can not be shown where that was told."""

    kind: str
    raw: dict[str, Any] = field(default_factory=dict)
    reason: str = ""

    def texts(self) -> tuple[str, ...]:
        """Nothing of it is known to be text."""
        return ()

    def breaches(self) -> tuple[str, ...]:
        """A business can not send one."""
        return (f"type: messages of type {self.kind!r} can not be sent",)
