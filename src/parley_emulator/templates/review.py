"""The review of templates: deterministic, so that a test or a demonstration knows what will come of a text.

A text that promotes and is handed in as UTILITY is approved as MARKETING, as the real platform does since April 2025;
what has a cause to be rejected, or repeats another template, is rejected with the documented reason (reference 8.3,
8.5).
"""

import re
from functools import partial
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.categories import change
from parley_emulator.templates.causes import Rejection, cause_in
from parley_emulator.webhooks.events import tell_template

PROMOTES = re.compile(
    r"(\b\d{1,2} ?%( off)?\b|\b(sale|discount|special offer|offers?|coupon|promo( code)?|voucher|limited time|buy now|"
    r"shop now|new collection|free gift|rebate|black friday|refer a friend)\b)",
    re.IGNORECASE,
)


def hand_in(platform: Platform, template: Template) -> None:
    """In review until a time of the platform's clock; the template is kept with it."""
    until = platform.clock.now() + platform.settings.pace.approval
    template.status, template.fields = "PENDING", {**template.fields, "review_until": until}
    platform.world.save_template(template)
    platform.diary.at(until, partial(_due, platform, template, until))


def _due(platform: Platform, template: Template, until: float) -> None:
    """Whoever handed it in once more waits for the later time."""
    if template.fields.get("review_until") == until:
        review(platform, template)


def review(platform: Platform, template: Template) -> None:
    """Approved, or rejected with a reason; the business is told."""
    if platform.world.templates.get(template.id) is not template or template.status != "PENDING":
        return
    rejection = rejection_of(template, _others(platform, template))
    if rejection is not None:
        reject(platform, template, rejection)
        return
    template.status, template.rejected_reason = "APPROVED", "NONE"
    template.fields = {**template.fields, "reviewed_at": platform.clock.now()}
    platform.world.save_template(template)
    tell_template(platform, template, "APPROVED")
    if is_miscategorised(template):
        change(platform, template, "MARKETING")


def reject(platform: Platform, template: Template, rejection: Rejection) -> None:
    """With the reason; that of a form is told in words."""
    template.status, template.rejected_reason = "REJECTED", rejection.reason
    platform.world.save_template(template)
    told = {"reason": rejection.why, "recommendation": rejection.remedy} if rejection.why else None
    tell_template(platform, template, "REJECTED", rejection.reason, rejection_info=told)


def rejection_of(template: Template, others: list[Template]) -> Rejection | None:
    """None for a template that may be used. The texts of one-time codes are the platform's own."""
    if template.category == "AUTHENTICATION":
        return None
    words = ". ".join(text_of(template.components, part) for part in ("HEADER", "BODY", "FOOTER"))
    if cause := cause_in(words, template.language):
        return cause
    said = [text_of(template.components, part) for part in ("BODY", "FOOTER")]
    same = [each for each in others if [text_of(each.components, part) for part in ("BODY", "FOOTER")] == said]
    if not same:
        return None
    return Rejection("INVALID_FORMAT", f"Its body and footer are those of {same[0].name}.", "Say it in other words.")


def is_miscategorised(template: Template) -> bool:
    """A promotion that was handed in as something else."""
    parts = ("HEADER", "BODY", "FOOTER")
    words = " ".join(text_of(template.components, part) for part in parts)
    return template.category == "UTILITY" and bool(PROMOTES.search(words))


def text_of(components: list[dict[str, Any]], part: str) -> str:
    """The text of that part, empty without one."""
    found = (str(each.get("text") or "") for each in components if str(each.get("type", "")).upper() == part)
    return next(found, "")


def _others(platform: Platform, template: Template) -> list[Template]:
    """Templates of the account in this language that say something already."""
    return [
        each
        for each in platform.world.templates.values()
        if each.waba_id == template.waba_id
        and each.language == template.language
        and each.name != template.name
        and each.status in {"APPROVED", "PAUSED"}
    ]


def resume_reviews(platform: Platform) -> None:
    """After a restart: go on with those in review."""
    for template in platform.world.templates.values():
        if template.status == "PENDING":
            until = template.fields.get("review_until")
            if until is None:
                hand_in(platform, template)
            else:
                platform.diary.at(until, partial(_due, platform, template, until))
