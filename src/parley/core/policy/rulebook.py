"""The rulebook: every file in the folder ``rules`` is a rule; listing the folder is what makes it one."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc

from parley.core.policy import rules
from parley.core.policy.facts import Moment, Outbound
from parley.core.policy.verdicts import Finding

RULEBOOK_VERSION = "R0.1"


@dataclass(frozen=True)
class Rule:
    """One rule: its clause of the policy, when it is asked, why it exists, and the function that decides."""

    name: str
    clause: str
    title: str
    moments: tuple[Moment, ...]
    reason: str
    check: Callable[[Outbound], Finding | None]


def _load() -> tuple[Rule, ...]:
    found = []
    for info in sorted(pkgutil.iter_modules(rules.__path__), key=lambda each: each.name):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        reason = cleandoc(module.__doc__ or "")
        rule = Rule(info.name, module.CLAUSE, reason.splitlines()[0], module.MOMENTS, reason, module.check)
        found.append(rule)
    return tuple(found)


RULES: tuple[Rule, ...] = _load()
