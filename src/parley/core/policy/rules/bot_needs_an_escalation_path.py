"""A bot writes only where it has a clear way out to a person.

Why: whoever is not helped by automation must be able to reach help at once: in the chat, by telephone, by e-mail, on
the web, in a store, or by a form that somebody reads.

Allowed: a bot that can transfer to an agent in the chat.
Denied: a bot without any path, or whose only telephone path has no number.
"""

from typing import Any

from parley.core.policy.examples import a_bot, an_outbound
from parley.core.policy.facts import BotFacts, Outbound
from parley.core.policy.matters import BotPlan
from parley.core.policy.verdicts import Finding

CLAUSE = "C7"
MOMENTS = ("automation", "outbound")
# What a path must have to be one that a customer can follow.
NEEDS = {"in_chat": (), "telephone": ("number",), "email": ("address",), "web": ("url",), "store": ("address",)}
NEEDS |= {"form": ("url",)}


def check(matter: Outbound | BotPlan) -> Finding | None:
    """Block a bot without a working path."""
    if isinstance(matter, BotPlan):
        paths = matter.escalation_paths
    elif matter.author_kind == "bot":
        paths = matter.bot.escalation_paths if matter.bot else ()
    else:
        return None
    if any(works(path) for path in paths):
        return None
    return Finding(
        rule="bot_needs_an_escalation_path",
        clause=CLAUSE,
        verdict="block",
        sentence="The bot has no working way to a person, so it may not write to customers.",
        next_step="add_escalation_path",
        next_sentence="Give the bot a path: transfer in the chat, telephone, e-mail, web, store or form.",
        facts={"paths": [str(path.get("kind", "")) for path in paths]},
    )


def works(path: dict[str, Any]) -> bool:
    """Whether a customer could follow the path."""
    kind = path.get("kind")
    return kind in NEEDS and all(str(path.get(field, "")).strip() for field in NEEDS[kind])


def breaches() -> tuple[Outbound | BotPlan, ...]:
    """What it refuses."""
    return (
        an_outbound(author_kind="bot", bot=None),
        an_outbound(author_kind="bot", bot=BotFacts(({"kind": "telephone"},))),
        a_bot(escalation_paths=()),
    )


def look_alikes() -> tuple[Outbound | BotPlan, ...]:
    """What it leaves in peace."""
    return (an_outbound(author_kind="bot"), an_outbound(bot=None), a_bot())
