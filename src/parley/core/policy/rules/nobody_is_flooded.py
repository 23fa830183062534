"""Nobody gets more messages that they did not ask for than they can take.

Why: the third offer of a week and the fifth notice of a day are spam, whatever they say; so is talking on to somebody
who does not answer.

Allowed: two offers in a week; the tenth line of an agent to somebody who answers in between.
Denied: a third offer in seven days; a fifth template in a day; the sixteenth message without a word from the person.
"""

from parley.core.messages import Reaction, TemplateUse
from parley.core.policy.conduct import Conduct
from parley.core.policy.examples import a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = ("campaign", "outbound", "agent")
MARKETING_A_WEEK = 2
STARTED_A_DAY = 4
UNANSWERED = 15


def check(message: Outbound) -> Finding | None:
    """Block what goes beyond the caps."""
    known = message.conduct
    if known is None or message.confirms_opt_out or isinstance(message.content, Reaction):
        return None
    if isinstance(message.content, TemplateUse):
        if message.content.category == "authentication":
            return None  # they asked for the code
        if message.content.category == "marketing" and known.marketing_week >= MARKETING_A_WEEK:
            return _no(f"This person got {known.marketing_week} marketing messages in the last seven days.", known)
        if known.started_day >= STARTED_A_DAY:
            return _no(f"This person got {known.started_day} templates since yesterday.", known)
    if known.unanswered >= UNANSWERED:
        return _no(f"This person got {known.unanswered} messages and has not answered.", known)
    return None


def _no(sentence: str, known: Conduct) -> Finding:
    return Finding(
        rule="nobody_is_flooded",
        clause=CLAUSE,
        verdict="block",
        sentence=sentence,
        next_step="wait",
        next_sentence="Wait until they write, or send it on another day.",
        facts={"week": known.marketing_week, "day": known.started_day, "unanswered": known.unanswered},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (
        a_template("marketing", conduct=Conduct(marketing_week=2)),
        a_template(conduct=Conduct(started_day=4)),
        an_outbound(conduct=Conduct(unanswered=15)),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        a_template("marketing", conduct=Conduct(marketing_week=1)),
        a_template("authentication", conduct=Conduct(started_day=9)),
        an_outbound(conduct=Conduct(unanswered=9)),
    )
