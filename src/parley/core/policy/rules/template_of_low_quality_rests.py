"""A template that people do not want rests before WhatsApp pauses it.

Why: the quality of a template falls when people block or report what was sent with it; whoever goes on has the template
paused, then disabled, and the number's quality falls with it.

Allowed: an update about an order with a template of falling quality; an answer within the window.
Denied: an offer with a template whose quality is low.
"""

from dataclasses import replace

from parley.core.messages import TemplateUse
from parley.core.policy.examples import a_template
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "F1"
ALSO = ("C3",)
MOMENTS = ("campaign", "outbound", "agent")


def check(message: Outbound) -> Finding | None:
    """Block marketing with a template of low quality."""
    known = message.template
    if known is None or not isinstance(message.content, TemplateUse):
        return None
    if known.quality.upper() != "RED" or message.content.category != "marketing":
        return None
    return Finding(
        rule="template_of_low_quality_rests",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The quality of the template “{known.name}” is low, so it promotes nothing for now.",
        next_step="use_template",
        next_sentence="Look what people complained of, and use another template.",
        facts={"template": known.name, "quality": known.quality},
    )


def _of_quality(quality: str, message: Outbound) -> Outbound:
    assert message.template is not None
    return replace(message, template=replace(message.template, quality=quality))


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (_of_quality("RED", a_template("marketing")),)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (_of_quality("RED", a_template("utility")), _of_quality("YELLOW", a_template("marketing")))
