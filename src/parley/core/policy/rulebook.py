"""The rulebook: every file in the folder ``rules`` is a rule; listing the folder is what makes it one."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from inspect import cleandoc, signature
from typing import Any, get_args, get_type_hints

from propcache.api import cached_property

from parley.core.policy import rules
from parley.core.policy.matters.matter import Matter, Moment
from parley.core.policy.terms import R0, Terms
from parley.core.policy.verdicts import Finding, Permit, Verdict

RULEBOOK_VERSION = "R0.3"
# The day from which the document that R0 holds is in force for parley.
IN_FORCE = date(2024, 1, 1)
MOST_DAYS = 1_000  # kinds of matter and days of which a rulebook remembers what it asks

Word = Finding | Permit | None


@dataclass(frozen=True)
class Rule:
    """One rule: its clauses of the policy, when it is asked and about what, why it exists, and how it decides.

    ``gravest``: the hardest verdict it may speak. ``since``/``until``: the days on which it is in force. ``reads``:
    settings of the Client and terms of the version that it looks at. ``breaches`` and ``look_alikes``: matters that
    it finds fault with, and honest ones that it leaves in peace; they are its tests and its reference page.
    """

    name: str
    clause: str
    title: str
    moments: tuple[Moment, ...]
    reason: str
    check: Callable[..., Word]
    clauses: tuple[str, ...] = ()
    matters: tuple[type[Matter], ...] = ()
    gravest: Verdict = "block"
    since: date = IN_FORCE
    until: date | None = None
    reads: tuple[str, ...] = ()
    takes_terms: bool = False
    breaches: Callable[[], Iterable[Matter]] = tuple
    look_alikes: Callable[[], Iterable[Matter]] = tuple

    def asking(self, terms: Terms) -> Callable[[Any], Word]:
        """What tells the rule's word on a matter, under these terms."""
        check = self.check
        return (lambda matter: check(matter, terms)) if self.takes_terms else check

    def in_force(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Asked:
    """The rules that are asked about one kind of matter: their names, and what tells the word of each."""

    rules: tuple[Rule, ...]
    names: tuple[str, ...]
    words: tuple[tuple[Rule, Callable[[Any], Word]], ...]


@dataclass(frozen=True)
class Rulebook:
    """A version of the policy: its name, the rules, and the terms in which versions differ."""

    version: str = RULEBOOK_VERSION
    terms: Terms = R0
    rules: tuple[Rule, ...] = field(default_factory=lambda: RULES)

    @cached_property
    def _asked(self) -> dict[tuple[type[Matter], date], Asked]:
        return {}

    def about(self, matter: Matter) -> Asked:
        """The rules that are asked about such a matter, in force on its day."""
        kind, day = type(matter), matter.now.date()
        asked = self._asked.get((kind, day))
        if asked is None:
            if len(self._asked) > MOST_DAYS:
                self._asked.clear()
            rules = tuple(rule for rule in self.rules if issubclass(kind, rule.matters) and rule.in_force(day))
            words = tuple((rule, rule.asking(self.terms)) for rule in rules)
            asked = self._asked[kind, day] = Asked(rules, tuple(rule.name for rule in rules), words)
        return asked


def _load() -> tuple[Rule, ...]:
    listed = sorted(pkgutil.iter_modules(rules.__path__), key=lambda each: each.name)
    return tuple(_rule(info.name, importlib.import_module(f"{rules.__name__}.{info.name}")) for info in listed)


def _rule(name: str, module: Any) -> Rule:
    reason = cleandoc(module.__doc__ or "")
    first, *more = signature(module.check).parameters
    asked_about = get_type_hints(module.check)[first]
    return Rule(
        name=name,
        clause=module.CLAUSE,
        title=reason.splitlines()[0],
        moments=module.MOMENTS,
        reason=reason,
        check=module.check,
        clauses=(module.CLAUSE, *getattr(module, "ALSO", ())),
        matters=get_args(asked_about) or (asked_about,),
        gravest=getattr(module, "GRAVEST", "block"),
        since=getattr(module, "SINCE", IN_FORCE),
        until=getattr(module, "UNTIL", None),
        reads=getattr(module, "READS", ()),
        takes_terms="terms" in more,
        breaches=getattr(module, "breaches", tuple),
        look_alikes=getattr(module, "look_alikes", tuple),
    )


RULES: tuple[Rule, ...] = _load()
CURRENT = Rulebook()
