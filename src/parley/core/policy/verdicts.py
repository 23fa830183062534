"""What a rule says and what the gate decides, as values."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Verdict = Literal["allow", "warn", "redact", "hold", "block"]
SEVERITY: dict[Verdict, int] = {"allow": 0, "warn": 1, "redact": 2, "hold": 3, "block": 4}

NextStep = Literal[
    "none",
    "use_template",
    "ask_opt_in",
    "remove_identifier",
    "complete_profile",
    "add_escalation_path",
    "reload_conversation",
    "shorten",
    "reword",
    "wait",
    "ask_supervisor",
]


@dataclass(frozen=True)
class Permit:
    """One rule's word that something is allowed: the rulebook names it, so it need not be refused for silence."""

    rule: str
    clause: str
    sentence: str


@dataclass(frozen=True)
class Finding:
    """One rule's word on one message.

    ``sentence`` is for a person in plain words; ``next_step`` is the lawful way on, as a code the desk turns into
    a button, and ``next_sentence`` the same in words. ``facts`` are the values that decided it, never the text of
    the message.
    """

    rule: str
    clause: str
    verdict: Verdict
    sentence: str
    next_step: NextStep = "none"
    next_sentence: str = ""
    facts: dict[str, Any] | None = None


@dataclass(frozen=True)
class Decision:
    """What the gate decided on one matter at one time: the gravest finding wins, all are kept.

    ``permits``: what named it as allowed. ``lists``: versions of the word lists and text models that were asked.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    rules: tuple[str, ...]
    rulebook_version: str
    at: datetime
    facts: dict[str, Any]
    permits: tuple[Permit, ...] = ()
    lists: dict[str, str] = field(default_factory=dict)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Clause ids of all findings, each once, in order."""
        return tuple(dict.fromkeys(f.clause for f in self.findings))

    @property
    def lets_pass(self) -> bool:
        """Whether the message may go on: allowed, or allowed with a warning."""
        return self.verdict in ("allow", "warn")

    @property
    def gravest(self) -> Finding | None:
        """The finding that decided, None where nothing was found."""
        return max(self.findings, key=lambda f: SEVERITY[f.verdict], default=None)
