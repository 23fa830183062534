"""One send while it is checked."""

from dataclasses import dataclass, field
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.sending.parts import Part
from parley_emulator.state.records import Chat, Customer, Number, Template, Thing


@dataclass
class Send:
    """The request, and what the checks find out on the way, in the order of their stages."""

    platform: Platform
    number: Number
    body: dict[str, Any]
    now: float
    by_marketing_api: bool = False
    type: str = ""
    content: Any = None
    to: str = ""
    chat: Chat = field(init=False)
    group: Thing | None = None
    template: Template | None = None
    parts: list[Part] = field(default_factory=list)
    direct: str = ""
    rendered: dict[str, Any] = field(default_factory=dict)

    @property
    def customer(self) -> Customer | None:
        """The person, if there is one with that number."""
        return self.platform.world.customers.get(self.to)

    @property
    def category(self) -> str:
        """The template's category in lower case, or that of a Direct Send; empty for a service message."""
        return self.template.category.lower() if self.template else self.direct
