"""What stands around a message: where it came from, and what became of it since."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

Way = Literal["", "phone_app", "other_app", "history", "group"]


class Ad(Struct, frozen=True, omit_defaults=True):
    """The advertisement or post that the person came from."""

    kind: str = ""
    headline: str = ""
    body: str = ""
    url: str = ""
    media: str = ""
    greeting: str = ""


class AskedAbout(Struct, frozen=True, omit_defaults=True):
    """The item of the catalogue that they ask about."""

    catalogue_id: str = ""
    retailer_id: str = ""


class Context(Struct, frozen=True, omit_defaults=True):
    """``way``: '' for what came to us or went from here. ``edited_at``, ``deleted_at``: by its writer, ISO 8601.

    ``waited_since``: of a reply that left when the customer wrote, when it was written.
    """

    way: Way = ""
    forwarded: Literal["", "once", "often"] = ""
    product: AskedAbout | None = None
    ad: Ad | None = None
    edited_at: str = ""
    deleted_at: str = ""
    problem: str = ""
    waited_since: str = ""

    def to_builtins(self) -> dict[str, Any]:
        """As plain JSON values, what says nothing left out."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain
