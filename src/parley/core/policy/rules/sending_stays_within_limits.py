"""A sending stays within the platform's limit, and grows no faster than people can get used to it.

Why: a number may start conversations with so many people in 24 hours; whoever sends at a scale that nobody expects is
reported, and the number is limited or lost.

Allowed: a campaign within today's limit that is not much larger than the number's usual day; an answer at any time.
Denied: one that goes beyond the limit; one of more than three times the usual day, until somebody has looked at it; any
from a number of low quality; a template to one person more than the limit.
"""

from dataclasses import replace

from parley.core.policy.examples import a_plan, a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.matters import SendingPlan
from parley.core.policy.verdicts import Finding, NextStep, Verdict

CLAUSE = "F2"
ALSO = ("B8", "F1")
MOMENTS = ("campaign", "outbound", "agent")
# What a number may send before the platform has raised its limit: it counts where the limit is not known.
LOWEST_LIMIT = 250
RAMP_UP = 3
# Fewer than these surprise nobody.
A_FEW = 100


def check(sent: SendingPlan | Outbound) -> Finding | None:
    """Block what goes beyond the limit, hold what grows too fast."""
    return _of_message(sent) if isinstance(sent, Outbound) else _of_plan(sent)


def _of_message(message: Outbound) -> Finding | None:
    """The platform would refuse it, and count that against the number."""
    number = message.number
    if message.window_open or number.daily_limit is None or number.started_today < number.daily_limit:
        return None
    return Finding(
        rule="sending_stays_within_limits",
        clause="F2",
        verdict="block",
        sentence=f"This business has written first to {number.started_today} people in 24 hours, which is its limit.",
        next_step="wait",
        next_sentence="Wait until they write, or send it on another day.",
        facts={"limit": number.daily_limit, "started": number.started_today},
    )


def _of_plan(plan: SendingPlan) -> Finding | None:
    if plan.kind != "campaign" or plan.recipients <= 0:
        return None
    if plan.quality.upper() == "RED":
        return _no("block", "F1", "The quality of this number is low: a campaign would cost it.", plan)
    limit = LOWEST_LIMIT if plan.daily_limit is None else plan.daily_limit
    left = max(0, limit - plan.started_today)
    if plan.recipients > left:
        sentence = f"This reaches {plan.recipients} people, and the number may start {left} more conversations today."
        return _no("block", "F2", sentence, plan)
    usual = max(plan.usual_daily, 1.0)
    if plan.recipients > A_FEW and plan.recipients + plan.started_today > RAMP_UP * usual:
        times = round((plan.recipients + plan.started_today) / usual)
        return _no("hold", "B8", f"This is {times} times the usual day of this number.", plan)
    if plan.quality.upper() == "YELLOW" and plan.recipients + plan.started_today > usual:
        return _no("hold", "F1", "The quality of this number is falling, and this is more than its usual day.", plan)
    return None


def _no(verdict: Verdict, clause: str, sentence: str, plan: SendingPlan) -> Finding:
    step: NextStep = "ask_supervisor" if verdict == "hold" else "none"
    return Finding(
        rule="sending_stays_within_limits",
        clause=clause,
        verdict=verdict,
        sentence=sentence,
        next_step=step,
        next_sentence="Send to fewer people a day, and to more from day to day.",
        facts={"recipients": plan.recipients, "limit": plan.daily_limit, "usual": plan.usual_daily},
    )


def _from_number(message: Outbound, started: int) -> Outbound:
    return replace(message, number=replace(message.number, daily_limit=250, started_today=started))


def breaches() -> tuple[SendingPlan | Outbound, ...]:
    """What it refuses."""
    return (
        a_plan(recipients=900, started_today=200),
        a_plan(recipients=300, daily_limit=None),
        a_plan(recipients=600, usual_daily=40.0),
        a_plan(quality="RED"),
        a_plan(quality="YELLOW", recipients=60),
        _from_number(a_template(), 250),
    )


def look_alikes() -> tuple[SendingPlan | Outbound, ...]:
    """What it leaves in peace."""
    return (
        a_plan(recipients=800, usual_daily=700.0, started_today=100),
        a_plan(recipients=90, usual_daily=0.0),
        a_plan(kind="segment", recipients=100_000),
        _from_number(a_template(), 249),
        _from_number(an_outbound(), 250),
    )
