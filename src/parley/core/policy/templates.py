"""How a refusal names the templates that could be sent instead."""

from parley.core.policy.facts import Outbound


def instead(message: Outbound) -> str:
    """The lawful next step, with the names of approved templates that fit."""
    names = ", ".join(dict.fromkeys(t.name for t in message.fitting_templates[:3]))
    return f"Send an approved template instead: {names}." if names else "Send an approved template instead."
