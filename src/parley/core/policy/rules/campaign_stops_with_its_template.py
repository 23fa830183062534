"""A campaign runs on an approved template, used for what it was approved for.

Why: WhatsApp may pause or withdraw a template at any time, and what it approved as a service message may not carry a
promotion.

Allowed: an order update to buyers with an approved utility template.
Denied: a campaign whose template is pending, paused, rejected or disabled; a promotion in a utility template.
"""

from parley.core.policy.examples import a_plan
from parley.core.policy.matters import SendingPlan
from parley.core.policy.verdicts import Finding

CLAUSE = "C3"
ALSO = ("C2",)
MOMENTS = ("campaign", "platform")


def check(plan: SendingPlan) -> Finding | None:
    """Block a campaign without an approved template, or with one of another purpose."""
    if plan.kind != "campaign":
        return None
    state = plan.template_status.upper()
    if state != "APPROVED":
        said = state.lower().replace("_", " ") or "not there"
        return _no("C3", f"The template of this campaign is {said}, so it does not run.", plan)
    if plan.template_promotes and plan.template_category.lower() != "marketing":
        said = f"The template was approved as {plan.template_category.lower()}, and this campaign promotes something."
        return _no("C2", said, plan)
    return None


def _no(clause: str, sentence: str, plan: SendingPlan) -> Finding:
    return Finding(
        rule="campaign_stops_with_its_template",
        clause=clause,
        verdict="block",
        sentence=sentence,
        next_step="use_template",
        next_sentence="Choose an approved template whose category fits what the campaign is for.",
        facts={"status": plan.template_status, "category": plan.template_category, "promotes": plan.template_promotes},
    )


def breaches() -> tuple[SendingPlan, ...]:
    """What it refuses."""
    return (a_plan(template_status="PAUSED"), a_plan(template_status=""), a_plan(template_promotes=True))


def look_alikes() -> tuple[SendingPlan, ...]:
    """What it leaves in peace."""
    return (
        a_plan(),
        a_plan(template_category="marketing", template_promotes=True),
        a_plan(kind="segment", template_status=""),
    )
