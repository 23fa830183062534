"""A template before it is handed to WhatsApp for review (C2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class TemplateDraft(Matter):
    """Its parts as the platform names them; placeholders stay as ``{{1}}``. ``category`` is the declared one.

    ``released``: names of the rules whose hold on these very words a person has lifted.
    """

    client: ClientFacts
    now: datetime
    name: str
    language: str
    category: str
    body: str
    header: str = ""
    footer: str = ""
    buttons: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    products: tuple[dict[str, Any], ...] = field(default=())
    released: frozenset[str] = frozenset()

    moment: ClassVar[Moment] = "template"

    def texts(self) -> Iterable[str]:
        """Every part, the examples of its parameters included."""
        return tuple(text for text in (self.header, self.body, self.footer, *self.buttons, *self.examples) if text)

    def facts(self) -> dict[str, Any]:
        """Which template it is."""
        return {"template": f"{self.name}/{self.language}", "template_category": self.category}
