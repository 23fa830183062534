"""What is lost when breaches that are found as written are written to hide."""

from collections.abc import Sequence

from parley.commands.policy.evaluating.attacks import variants
from parley.commands.policy.evaluating.counts import Scored
from parley.commands.policy.evaluating.scores import score
from parley.commands.policy.evaluating.sets import Set
from parley.core.policy.screening import HIT


def attacked(asked: Set, scored: Sequence[Scored]) -> dict[str, tuple[int, int]]:
    """By attack: how many breaches it changes that are found as written, and how many of those are still found."""
    found: dict[str, tuple[int, int]] = {}
    for case, as_written in scored:
        if case.breach and not case.apart and as_written.both >= HIT:
            for name, variant in variants(case.text).items():
                tried, still = found.get(name, (0, 0))
                found[name] = (tried + 1, still + (score(variant, asked.groups, before=case.before).both >= HIT))
    return found
