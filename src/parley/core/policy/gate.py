"""The gate: every outgoing message passes here, whoever wrote it, and nothing else makes a ``Cleared``.

Deny unless permitted: a message that no rule found fault with, and that a rule on permission looked at, passes. All
rules are asked, the gravest word wins, and a rule that fails has forbidden the message.
"""

from typing import Any

from parley.core.policy.facts import Outbound
from parley.core.policy.rulebook import RULEBOOK_VERSION, RULES, Rule
from parley.core.policy.verdicts import SEVERITY, Decision, Finding, Verdict

__all__ = ["RULEBOOK_VERSION", "Cleared", "clear", "decide", "facts_of"]

_KEY = object()


class Cleared:
    """A message that the gate has let pass, at that time. Only ``clear`` can make one; the wire takes nothing else."""

    __slots__ = ("decision", "message")

    def __init__(self, key: object, message: Outbound, decision: Decision) -> None:
        if key is not _KEY:
            raise TypeError("only the policy gate makes a Cleared: call parley.core.policy.gate.clear(message)")
        self.message = message
        self.decision = decision


def clear(message: Outbound) -> Cleared | Decision:
    """``Cleared`` if the message may leave now, else the decision that says why not."""
    decision = decide(message)
    return Cleared(_KEY, message, decision) if decision.lets_pass else decision


def decide(message: Outbound) -> Decision:
    """Ask every rule about the message."""
    findings = tuple(found for rule in RULES for found in [_ask(rule, message)] if found is not None)
    verdict: Verdict = max((f.verdict for f in findings), key=SEVERITY.__getitem__, default="allow")
    return Decision(
        verdict=verdict,
        findings=findings,
        rules=tuple(rule.name for rule in RULES),
        rulebook_version=RULEBOOK_VERSION,
        at=message.now,
        facts=facts_of(message),
    )


def _ask(rule: Rule, message: Outbound) -> Finding | None:
    try:
        return rule.check(message)
    except Exception as error:  # a rule that can not decide has not permitted the message
        return Finding(
            rule=rule.name,
            clause=rule.clause,
            verdict="block",
            sentence=f"The rule “{rule.title}” could not be checked, so the message was not sent.",
            next_step="ask_supervisor",
            next_sentence="Tell the person who runs parley; the message is kept.",
            facts={"error": type(error).__name__},
        )


def facts_of(message: Outbound) -> dict[str, Any]:
    """What was known when it was decided, without a word of the message: kept with the decision."""
    template = message.template
    return {
        "author": message.author_kind,
        "client_status": message.client_status,
        "type": message.content.__struct_config__.tag,
        "window_expires_at": message.window_expires_at.isoformat() if message.window_expires_at else None,
        "window_open": message.window_open,
        "number_source": message.contact.number_source,
        "consents": {c.purpose: c.action for c in message.contact.consents},
        "template": f"{template.name}/{template.language}" if template else None,
        "template_category": template.category if template else None,
        "template_status": template.status if template else None,
        "profile_complete": message.number.profile_confirmed_at is not None,
        "owner_version": message.owner_version,
        "owner_version_now": message.owner_version_now,
    }
