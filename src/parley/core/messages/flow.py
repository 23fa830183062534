"""A form of WhatsApp's (a flow) that opens from a button."""

from typing import Any, Literal

from msgspec import Struct, field

from parley.core.messages.limits import length, strings


class Flow(Struct, frozen=True, tag="flow"):
    """``flow_id`` or ``flow_name`` says which; ``screen`` and ``data`` where it begins, and with what.

    ``session``: given back with the answers, so that they can be matched.
    """

    body: str
    label: str
    flow_id: str = ""
    flow_name: str = ""
    session: str = "unused"
    screen: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    exchange: bool = False
    mode: Literal["published", "draft"] = "published"
    header: str = ""
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read: what the form is filled with is one of them."""
        return tuple(t for t in (self.header, self.body, self.footer, self.label, *strings(self.data)) if t)

    def line(self) -> str:
        """What a person would read first."""
        return self.body

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = [
            *length("body", self.body, 1024, 1),
            *length("label", self.label, 30, 1),
            *length("header", self.header, 60),
            *length("footer", self.footer, 60),
        ]
        if bool(self.flow_id) == bool(self.flow_name):
            found.append("flow_id: exactly one of flow_id and flow_name says which form it is")
        if self.exchange and (self.screen or self.data):
            found.append("screen: a form that asks our own service first has no screen and no data here")
        if self.data and not self.screen:
            found.append("data: needs a screen to be shown on")
        return tuple(found)
