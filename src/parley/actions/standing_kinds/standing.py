"""One thing that stands."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from types import ModuleType
from typing import Any
from uuid import UUID

from parley.core.policy.matters import ClientFacts, Matter
from parley.core.policy.verdicts import Decision
from parley.storage.database import Connection

# The matter of a case about a thing that does not itself keep what people have lifted.
STANDING = "standing"


@dataclass(frozen=True)
class Standing:
    """``subject`` says which of its kind, ``title`` names it to people without its words; ``thing``: what was read."""

    subject: str
    title: str
    matter: Matter
    thing: Any = None

    @property
    def words(self) -> bytes:
        """A digest of what the gate reads: other words are another question."""
        facts = {name: value for name, value in self.matter.facts().items() if name != "released"}
        read = json.dumps([list(self.matter.texts()), facts], sort_keys=True, default=str)
        return sha256(read.encode(errors="replace")).digest()


@dataclass(frozen=True)
class Kind:
    """What a file of this folder holds."""

    name: str
    word: str
    standing: Callable[[Connection, UUID, ClientFacts, datetime], Awaitable[list[Standing]]]
    stop: Callable[[Connection, UUID, Standing, Decision], Awaitable[None]] | None
    lift: Callable[[Connection, UUID, Standing, Decision], Awaitable[None]] | None
    case: str = STANDING

    @classmethod
    def of(cls, module: ModuleType) -> "Kind":
        """Read from the module."""
        return cls(
            name=module.__name__.rpartition(".")[2],
            word=module.KIND,
            standing=module.standing,
            stop=getattr(module, "stop", None),
            lift=getattr(module, "lift", None),
            case=getattr(module, "CASE", STANDING),
        )

    def asked_about(self, subject: str) -> str:
        """What the case of such a thing is about."""
        return f"{self.name}:{subject}" if self.case == STANDING else subject
