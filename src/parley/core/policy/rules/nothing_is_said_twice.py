"""The same words do not go to the same person twice in a day, unless they wrote in between.

Why: what comes twice looks like a fault or like spam. A person at the desk may mean it, so an agent is warned only.

Allowed: the bot's same answer to the same question, asked again.
Denied: a campaign's or a program's message that went to this person an hour ago.
"""

from parley.core.messages import Reaction
from parley.core.policy.conduct import Conduct
from parley.core.policy.examples import a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = ("campaign", "outbound", "agent")


def check(message: Outbound) -> Finding | None:
    """Block an automatic repetition, warn of a person's."""
    if message.conduct is None or not message.conduct.says_it_again or isinstance(message.content, Reaction):
        return None
    return Finding(
        rule="nothing_is_said_twice",
        clause=CLAUSE,
        verdict="warn" if message.author_kind == "agent" else "block",
        sentence="These very words went to this person already, and they have not written since.",
        next_step="reload_conversation",
        next_sentence="Read the thread before you send them again.",
        facts={"author": message.author_kind},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    again = Conduct(says_it_again=True, unanswered=1)
    return (a_template(author_kind="campaign", conduct=again), an_outbound(author_kind="api", conduct=again))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(author_kind="bot", conduct=Conduct(says_it_again=False)),)
