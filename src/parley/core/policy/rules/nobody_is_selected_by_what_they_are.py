"""Nobody is selected or left out by a protected characteristic.

Why: whoever offers to some and not to others by race, religion, sex, age, health and the like discriminates, also where
a campaign's segment, a bot's condition or a routing rule does it. The language somebody speaks and the countries that
are served may be named; to leave out who lives in one country, or who has such a name, is to guess at their origin.

Allowed: people who speak Spanish; customers in Portugal; an account older than a year; the age of a case.
Denied: a segment “gender = female”, a bot that asks for the nationality, a rule that routes by religion; what only
hints at such a thing, as “country != NG”, a name that contains something, a segment called “Muslims in Lagos”, and an
age limit, until somebody has looked at it.
"""

from parley.core.policy.characteristics import Characteristic, characteristic_in, characteristic_of
from parley.core.policy.examples import a_bot, a_plan
from parley.core.policy.matters import BotPlan, Condition, Matter, SendingPlan
from parley.core.policy.verdicts import Finding, Verdict

CLAUSE = "E6"
MOMENTS = ("campaign", "automation", "template")
AT_LEAST = (">", ">=", "gt", "gte", "at_least", "min")
LEGAL_AGES = frozenset(["16", "18", "20", "21"])
SHOWN = 60  # letters of a name in a sentence


def check(matter: SendingPlan | BotPlan) -> Finding | None:
    """Block the characteristic itself, hold what it can be guessed from."""
    found = [(each, characteristic_of(each.field, each.value, each.operator)) for each in matter.conditions]
    known = [(condition, named) for condition, named in found if named]
    if not known:
        return _called_by(matter)
    verdicts = {condition: _verdict(condition, named) for condition, named in known}
    condition, named = next((pair for pair in known if verdicts[pair[0]] == "block"), known[0])
    return _found(f"field “{condition.field}”", verdicts[condition], named, {"field": condition.field})


def _called_by(matter: SendingPlan | BotPlan) -> Finding | None:
    """What a segment or campaign is called says whom it is for, by whatever fields they were found."""
    if not isinstance(matter, SendingPlan):
        return None
    named = characteristic_in(matter.name)
    return _found(f"name “{matter.name[:SHOWN]}”", "hold", named, {}) if named else None


def _found(what: str, verdict: Verdict, named: Characteristic, facts: dict[str, str]) -> Finding:
    by = named.name.replace("_", " ")
    says = f"selects people by {by}" if verdict == "block" else f"may select people by {by}"
    return Finding(
        rule="nobody_is_selected_by_what_they_are",
        clause=CLAUSE,
        verdict=verdict,
        sentence=f"The {what} {says}, which the policy forbids.",
        next_step="reword",
        next_sentence="Select by what people asked for or bought, their language, or the countries that you serve.",
        facts=facts | {"characteristic": named.name},
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
        a_plan(kind="segment", conditions=(Condition("country", "!=", "NG"),)),
        a_plan(kind="segment", conditions=(Condition("account_holder_age", "<", "30"),)),
        a_plan(kind="segment", name="Muslims in Lagos"),
        a_bot(conditions=(Condition("name", "contains", "Singh"),)),
        a_bot(conditions=(Condition("جنسية", "=", "EG"), Condition("الجنسية", "=", "EG"))),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        a_plan(kind="segment", conditions=(Condition("language", "=", "es"), Condition("country", "=", "PT"))),
        a_plan(kind="segment", conditions=(Condition("account_age_days", ">", "365"), Condition("page", "=", "2"))),
        a_plan(kind="routing", conditions=(Condition("skill", "=", "cards"), Condition("tag", "=", "vip customers"))),
        a_bot(conditions=(Condition("order_status", "=", "late"), Condition("case_age", ">", "3"))),
        a_plan(kind="segment", name="Women's shoes, spring", conditions=(Condition("country", "in", "NG,GH"),)),
    )
