"""The words with which people are asked to opt in (B5, B6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class OptInWording(Matter):
    """A wording before it may be shown. ``released``: rules whose hold on these words a person has lifted."""

    client: ClientFacts
    now: datetime
    text: str
    language: str = "en"
    method: str = "form"
    purpose: str = "all"
    released: frozenset[str] = frozenset()

    moment: ClassVar[Moment] = "opt-in"

    def texts(self) -> Iterable[str]:
        """The wording."""
        return (self.text,)

    def facts(self) -> dict[str, Any]:
        """How and for what it is asked."""
        return {"language": self.language, "method": self.method, "purpose": self.purpose}
