"""A number that was stopped writes first to nobody; whoever writes to it is answered.

Why: complaints come from people who did not ask. People who ask must not wait because of them.

Allowed: an answer within the window, from a number that was stopped.
Denied: a template to somebody who has not written, from a number that was stopped.
"""

from parley.core.messages import TemplateUse
from parley.core.policy.examples import NOW, PROFILE, a_template, an_outbound
from parley.core.policy.facts import NumberFacts, Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "F1"
MOMENTS = ("outbound", "agent", "campaign")
STOPPED = NumberFacts("100", "Northbank", PROFILE, NOW, standing="stopped")


def check(message: Outbound) -> Finding | None:
    """Block what a stopped number would write first."""
    if message.number.standing != "stopped" or (message.window_open and not _promotes(message)):
        return None
    return Finding(
        rule="stopped_number_only_answers",
        clause=CLAUSE,
        verdict="block",
        sentence="This number was stopped because people complained, so it writes first to nobody.",
        next_step="ask_supervisor",
        next_sentence="Answer people who write. A supervisor sees what was complained of.",
        facts={"standing": message.number.standing},
    )


def _promotes(message: Outbound) -> bool:
    return isinstance(message.content, TemplateUse) and message.content.category == "marketing"


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (a_template(number=STOPPED),)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(number=STOPPED), a_template(number=NumberFacts("100", "Northbank", PROFILE, NOW)))
