"""One thing that stands."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from typing import Any
from uuid import UUID

from parley.core.policy.matters import ClientFacts, Matter
from parley.core.policy.verdicts import Decision
from parley.storage.database import Connection


@dataclass(frozen=True)
class Standing:
    """``subject`` says which of its kind, ``title`` names it to people without its words; ``thing``: what was read."""

    subject: str
    title: str
    matter: Matter
    thing: Any = None


@dataclass(frozen=True)
class Kind:
    """What a file of this folder holds."""

    name: str
    word: str
    standing: Callable[[Connection, UUID, ClientFacts, datetime], Awaitable[list[Standing]]]
    stop: Callable[[Connection, UUID, Standing, Decision], Awaitable[None]] | None
    lift: Callable[[Connection, UUID, Standing, Decision], Awaitable[None]] | None

    @classmethod
    def of(cls, module: ModuleType) -> "Kind":
        """Read from the module."""
        more = [getattr(module, name, None) for name in ("stop", "lift")]
        return cls(module.__name__.rpartition(".")[2], module.KIND, module.standing, *more)
