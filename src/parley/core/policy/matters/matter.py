"""What every matter has: a moment, a time, texts to be read and facts to be kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal

from propcache.api import cached_property

from parley.core.policy.parts import in_parts

Moment = Literal[
    "onboarding",
    "opt-in",
    "opt-out",
    "template",
    "catalogue",
    "campaign",
    "outbound",
    "inbound",
    "automation",
    "agent",
    "data",
    "platform",
    "update",
]


@dataclass(frozen=True)
class ClientFacts:
    """The business that a matter belongs to, as far as rules look at it.

    ``countries``: where it serves people, ISO 3166 letters. ``sector``: as on its application ('bank', 'retail',
    'health', 'news', …). ``known_names``: how it calls itself, besides its legal name. ``settings``: choices of its
    own that a rule reads, each named in the rule's ``READS``. ``under_review``: why its provider must look at it before
    anything is sent, '' if nothing is the matter. ``choices``: later texts of the policy that loosen, and that it has
    chosen.
    """

    name: str = ""
    legal_name: str = ""
    countries: tuple[str, ...] = ()
    sector: str = ""
    known_names: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    under_review: str = ""
    choices: tuple[str, ...] = ()


class Matter:
    """Something that the gate decides on. Each kind is a frozen dataclass in a file of its own."""

    moment: ClassVar[Moment]
    # Where true, silence of all rules is a refusal: one of them must name it as allowed.
    needs_permit: ClassVar[bool] = False
    client: ClientFacts
    now: datetime

    def texts(self) -> Iterable[str]:
        """Every string that a person wrote or will read."""
        return ()

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """What is read as one: all its texts together, in parts if long; made once though two dozen rules ask."""
        return in_parts("\n".join(self.texts()))

    def facts(self) -> dict[str, Any]:
        """What was known when it was decided, without a word of its texts: kept with the decision."""
        return {}
