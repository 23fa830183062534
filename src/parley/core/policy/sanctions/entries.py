"""What stands on a list, and what was found on one."""

from dataclasses import dataclass
from typing import Literal

Sort = Literal["person", "organisation", "other"]


@dataclass(frozen=True)
class Name:
    """A name as the list writes it. ``weak``: the list itself says that many people are called so."""

    text: str
    weak: bool = False


@dataclass(frozen=True)
class WatchEntry:
    """One entry of a list: its id there, every name it gives, the years of birth (several where it is unsure)."""

    entry_id: str
    sort: Sort
    names: tuple[Name, ...]
    birth_years: tuple[int, ...] = ()
    programme: str = ""


@dataclass(frozen=True)
class WatchHit:
    """Somebody who may be on a list. ``score``: 0 to 100; ``asked`` is our name, ``name`` the list's."""

    list_name: str
    entry_id: str
    score: int
    asked: str
    name: str
    programme: str = ""

    @property
    def key(self) -> str:
        """How a person who clears it names it: it holds for this very name against this very entry."""
        return f"{self.list_name}:{self.entry_id}:{self.asked.casefold()}"
