"""An item of a catalogue (E4, E9, S8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class CatalogueItem(Matter):
    """What is for sale. ``retailer_id``: the business's own number of it, as the platform's catalogue keys it.

    ``released``: names of the rules whose hold on this very item a person has lifted.
    """

    client: ClientFacts
    now: datetime
    retailer_id: str
    title: str
    description: str = ""
    category: str = ""
    brand: str = ""
    url: str = ""
    released: frozenset[str] = frozenset()

    moment: ClassVar[Moment] = "catalogue"

    def texts(self) -> Iterable[str]:
        """What the customer reads of it."""
        return tuple(text for text in (self.title, self.description, self.category, self.brand) if text)

    def facts(self) -> dict[str, Any]:
        """Which item it is."""
        return {"retailer_id": self.retailer_id}
