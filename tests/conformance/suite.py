"""The whole suite against one platform, and what it comes to."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.conformance.calling import Outcome, calls, make
from tests.conformance.description import WEBHOOK, file_of, operations
from tests.conformance.seeded import TOKEN, platform


@dataclass(frozen=True)
class Report:
    """``deviations``: the written reason by operation; ``outcomes``: the worst of each operation."""

    outcomes: dict[str, Outcome]
    deviations: dict[str, str]

    @property
    def answered(self) -> list[str]:
        """Answered validly, or otherwise for a reason that is written down."""
        return [name for name in operations() if self._is_answered(name)]

    @property
    def open(self) -> dict[str, str]:
        """The rest, and what is wrong with each."""
        rest = [name for name in operations() if not self._is_answered(name)]
        return {name: self.outcomes[name].problem if name in self.outcomes else "is not called" for name in rest}

    @property
    def idle_deviations(self) -> list[str]:
        """Written down, but the answer is valid or there is no such operation."""
        return [name for name in self.deviations if not (name in self.outcomes and self.outcomes[name].problem)]

    def _is_answered(self, name: str) -> bool:
        outcome = self.outcomes.get(name)
        return outcome is not None and outcome.status == 200 and (not outcome.problem or name in self.deviations)


def run(folder: Path) -> Report:
    """Make all calls in order."""
    outcomes: dict[str, Outcome] = {}
    with platform(folder) as (emulator, hook, known):
        for call in calls():
            outcome = make(call, emulator, TOKEN, known)
            if not (before := outcomes.get(outcome.operation)) or not before.problem:
                outcomes[outcome.operation] = outcome
        outcomes[WEBHOOK] = _webhooks(hook.bodies)
    return Report(outcomes, deviations())


def _webhooks(bodies: list[bytes]) -> Outcome:
    """The platform itself makes this call: what it sent must be what the description has requests be."""
    from tests.conformance.webhooks import problem_of

    problems = [problem for body in bodies if (problem := problem_of(body))]
    return Outcome(WEBHOOK, 200 if bodies else 0, problems[0] if problems else "" if bodies else "no webhook came")


def deviations() -> dict[str, str]:
    """Where the platform's documentation or its traffic says otherwise than the description."""
    listed = tomllib.loads(file_of("deviations.toml").read_text()).get("deviation", [])
    return {each["operation"].replace("/{Version}", ""): each["reason"] for each in listed}
