"""An author who starts more conversations in an hour than a person can is stopped until somebody looks.

Why: messages at scale go out in the ways that are made and watched for it; a lost password or a script in an agent's
name must not spend the number's good standing in an hour.

Allowed: an agent's thirty templates in an hour; a campaign, which has its own limits.
Denied: the sixty-first template of one agent within an hour.
"""

from uuid import UUID

from parley.core.messages import TemplateUse
from parley.core.policy.conduct import Conduct
from parley.core.policy.examples import a_template
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "F2"
MOMENTS = ("outbound", "agent")
GRAVEST = "hold"
AN_HOUR = 60


def check(message: Outbound) -> Finding | None:
    """Hold an agent's or a key's template beyond the hourly number."""
    if message.author_kind not in ("agent", "api") or not isinstance(message.content, TemplateUse):
        return None
    if message.conduct is None or message.conduct.author_hour < AN_HOUR:
        return None
    return Finding(
        rule="unusual_volume_stops",
        clause=CLAUSE,
        verdict="hold",
        sentence=f"{message.conduct.author_hour} templates left in this name within an hour, more than a person can.",
        next_step="ask_supervisor",
        next_sentence="A supervisor looks at it; for many people use a campaign.",
        facts={"author_hour": message.conduct.author_hour},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it holds."""
    return (a_template(author_id=UUID(int=7), conduct=Conduct(author_hour=60)),)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        a_template(author_id=UUID(int=7), conduct=Conduct(author_hour=30)),
        a_template(author_kind="campaign", conduct=Conduct(author_hour=900)),
    )
