"""A business that wants to be served: the moment of on-boarding (A2, B2, B3, D1, E1, E4, E8, F4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class ClientApplication(Matter):
    """What a business says of itself, and what is on file about it.

    ``people``: directors and owners, screened with the business (E1). ``licences`` are recorded and lift nothing
    (E5). ``news_registration``: its News Page, where its business is news (E8). ``barred``: legal identities, numbers
    and domains of organisations that WhatsApp has terminated, each ``(kind, value)`` (F4). ``watch_hits``: what the
    sanction lists say, each ``{"list", "entry", "score", "name"}``; ``cleared_hits`` are those that a person has
    looked at and found to be somebody else. ``released``: names of the rules whose hold on this very application a
    person has lifted.
    """

    client: ClientFacts
    now: datetime
    display_names: tuple[str, ...] = ()
    description: str = ""
    websites: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    registration_number: str = ""
    privacy_url: str = ""
    profile: dict[str, Any] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    news_registration: str = ""
    barred: tuple[tuple[str, str], ...] = ()
    watch_hits: tuple[dict[str, Any], ...] = ()
    cleared_hits: tuple[str, ...] = ()
    released: frozenset[str] = frozenset()

    moment: ClassVar[Moment] = "onboarding"

    def texts(self) -> Iterable[str]:
        """What it says of its business."""
        return (*self.display_names, self.client.sector, self.description)

    def facts(self) -> dict[str, Any]:
        """Which fields were filled, and what the lists said."""
        return {
            "countries": list(self.client.countries),
            "sector": self.client.sector,
            "privacy_url": bool(self.privacy_url),
            "licences": len(self.licences),
            "watch_hits": [hit.get("entry") for hit in self.watch_hits],
            "cleared_hits": list(self.cleared_hits),
            "released": sorted(self.released),
        }
