"""A number slows down, and stops, before WhatsApp stops it.

Why: what people think of a number is seen in blocks, reports and opt-outs days before the platform acts; who stops in
time keeps the number.

Allowed: a number with few complaints; one complaint among few messages.
Denied: a number whose quality is low, that is limited by the platform, or that more than three people in a hundred
blocked or reported; from one in a hundred on it sends more slowly.
"""

from parley.core.policy.examples import a_standing
from parley.core.policy.matters import NumberStanding
from parley.core.policy.verdicts import Finding, NextStep, Verdict

CLAUSE = "F1"
ALSO = ("A3", "F2")
MOMENTS = ("platform",)
SLOW, STOP = 0.01, 0.03
# Fewer complaints than these say nothing about a share.
A_FEW = 3
LEAVING, MANY_REPORTS = 0.05, 5


def check(number: NumberStanding) -> Finding | None:
    """Block what must stop, warn of what must slow down."""
    complaints = number.blocks + number.reports
    share = complaints / max(number.delivered, complaints, 1)
    shown = f"{share:.1%}"
    if number.restriction:
        return _no("block", "WhatsApp has limited what this number may send.", number)
    if number.quality.upper() == "RED":
        return _no("block", "The quality of this number is low.", number)
    if complaints >= A_FEW and share >= STOP:
        return _no("block", f"{shown} of the people who were written to blocked or reported this number.", number)
    if number.open_reports >= MANY_REPORTS:
        return _no("hold", f"{number.open_reports} reports about this number wait for a decision.", number)
    if number.quality.upper() == "YELLOW":
        return _no("warn", "The quality of this number is falling.", number)
    if complaints >= A_FEW and share >= SLOW:
        return _no("warn", f"{shown} of the people who were written to blocked or reported this number.", number)
    if number.opt_outs >= A_FEW and number.opt_outs / max(number.delivered, 1) >= LEAVING:
        return _no("warn", "More than one person in twenty opted out.", number)
    return None


def _no(verdict: Verdict, sentence: str, number: NumberStanding) -> Finding:
    step: NextStep = "ask_supervisor"
    slows = "It sends more slowly from now on." if verdict == "warn" else "It only answers people who write to it."
    return Finding(
        rule="number_stops_before_whatsapp_stops_it",
        clause=CLAUSE,
        verdict=verdict,
        sentence=sentence,
        next_step=step,
        next_sentence=f"{slows} Look at what people complained of, and write to fewer.",
        facts={"blocks": number.blocks, "reports": number.reports, "delivered": number.delivered},
    )


def breaches() -> tuple[NumberStanding, ...]:
    """What it stops or slows down."""
    return (
        a_standing(quality="RED"),
        a_standing(restriction="RESTRICTED_BIZ_INITIATED_MESSAGING"),
        a_standing(delivered=1000, blocks=25, reports=8),
        a_standing(open_reports=6),
        a_standing(delivered=1000, blocks=10, reports=3),
        a_standing(quality="YELLOW"),
        a_standing(delivered=100, opt_outs=7),
    )


def look_alikes() -> tuple[NumberStanding, ...]:
    """What it leaves in peace."""
    return (a_standing(delivered=1000, blocks=4, opt_outs=20), a_standing(delivered=10, blocks=1, opt_outs=1))
