"""Nobody is selected or left out by a protected characteristic.

Why: whoever offers to some and not to others by race, religion, sex, age, health and the like discriminates, also where
a campaign's segment, a bot's condition or a routing rule does it. The language somebody speaks and the country they
live in may be used: people are served by them.

Allowed: people who speak Spanish; customers in Portugal; owners of an account older than a year.
Denied: a segment “gender = female”, a bot that asks for the nationality, a rule that routes by religion; what only
hints at such a thing, and an age limit, until somebody has looked at it.
"""

from parley.core.policy.characteristics import Characteristic, characteristic_of
from parley.core.policy.examples import a_bot, a_plan
from parley.core.policy.matters import BotPlan, Condition, Matter, SendingPlan
from parley.core.policy.verdicts import Finding, Verdict

CLAUSE = "E6"
MOMENTS = ("campaign", "automation", "template")
AT_LEAST = (">", ">=", "gt", "gte", "at_least", "min")
LEGAL_AGES = frozenset(["16", "18", "20", "21"])


def check(matter: SendingPlan | BotPlan) -> Finding | None:
    """Block the characteristic itself, hold what it can be guessed from."""
    found = [(each, characteristic_of(each.field, each.value)) for each in matter.conditions]
    known = [(condition, named) for condition, named in found if named]
    if not known:
        return None
    verdicts = {condition: _verdict(condition, named) for condition, named in known}
    condition, named = next((pair for pair in known if verdicts[pair[0]] == "block"), known[0])
    what = named.name.replace("_", " ")
    sure = verdicts[condition] == "block"
    says = f"selects people by {what}" if sure else f"may select people by {what}"
    return Finding(
        rule="nobody_is_selected_by_what_they_are",
        clause=CLAUSE,
        verdict=verdicts[condition],
        sentence=f"The field “{condition.field}” {says}, which the policy forbids.",
        next_step="reword",
        next_sentence="Select by what people asked for or bought, their language, or the country they live in.",
        facts={"field": condition.field, "characteristic": named.name},
    )


def _verdict(condition: Condition, named: Characteristic) -> Verdict:
    minimum = named.name == "age" and condition.operator in AT_LEAST and condition.value.strip() in LEGAL_AGES
    return "block" if named.sure and not minimum else "hold"


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        a_plan(kind="segment", conditions=(Condition("gender", "=", "female"),)),
        a_plan(kind="routing", conditions=(Condition("contact.fechaDeNacimiento", "<", "1970-01-01"),)),
        a_plan(kind="segment", conditions=(Condition("age", ">=", "18"),)),
        a_plan(kind="campaign", conditions=(Condition("tag", "=", "muslims only"),)),
        a_bot(conditions=(Condition("جنسية", "=", "EG"), Condition("الجنسية", "=", "EG"))),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        a_plan(kind="segment", conditions=(Condition("language", "=", "es"), Condition("country", "=", "PT"))),
        a_plan(kind="segment", conditions=(Condition("account_age_days", ">", "365"), Condition("page", "=", "2"))),
        a_plan(kind="routing", conditions=(Condition("skill", "=", "cards"), Condition("tag", "=", "vip customers"))),
        a_bot(conditions=(Condition("order_status", "=", "late"),)),
    )
