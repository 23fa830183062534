"""The review of templates: deterministic, so that a test or a demonstration knows what will come of a text.

A text that promotes and is handed in as UTILITY is approved as MARKETING, as the real platform does since April 2025;
what asks for card, account or identity numbers, threatens, deceives, has a broken form or repeats another template is
rejected with the documented reason (reference 8.3, 8.5).
"""

import re
from functools import partial
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.webhooks.events import tell_template
from parley_emulator.webhooks.telling import tell

ASKS = re.compile(
    r"\b(send|give|tell|reply with|enter|share|provide)\b[^.!?]{0,40}\b(card number|full card|cvv|pin code|your pin|"
    r"password|account number|passport number|social security|id number|national id)\b",
    re.IGNORECASE,
)
THREATENS = re.compile(
    r"\b(or else|we will (find|hurt|sue) you|legal action will be taken|last warning)\b", re.IGNORECASE
)
DECEIVES = re.compile(
    r"\b(you (have )?won|guaranteed (profit|income|winner)|claim your (prize|reward)|double your money)\b",
    re.IGNORECASE,
)
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
    reason = reason_against(template, _others(platform, template))
    before = template.category
    template.status, template.rejected_reason = ("REJECTED", reason) if reason else ("APPROVED", "NONE")
    if not reason and is_miscategorised(template):
        template.category = "MARKETING"
        template.fields = {**template.fields, "previous_category": before}
    platform.world.save_template(template)
    tell_template(platform, template, template.status, template.rejected_reason)
    if template.category != before:
        tell_category(platform, template, {"previous_category": before, "new_category": template.category})


def reason_against(template: Template, others: list[Template]) -> str:
    """Empty for a template that may be used."""
    body = text_of(template.components, "BODY")
    words = " ".join(text_of(template.components, part) for part in ("HEADER", "BODY", "FOOTER"))
    if ASKS.search(words) or THREATENS.search(words):
        return "ABUSIVE_CONTENT"
    if DECEIVES.search(words):
        return "SCAM"
    if template.category == "AUTHENTICATION":
        return ""
    same = [(text_of(each.components, "BODY"), text_of(each.components, "FOOTER")) for each in others]
    return "INVALID_FORMAT" if (body, text_of(template.components, "FOOTER")) in same else ""


def is_miscategorised(template: Template) -> bool:
    """A promotion that was handed in as something else."""
    parts = ("HEADER", "BODY", "FOOTER")
    words = " ".join(text_of(template.components, part) for part in parts)
    return template.category == "UTILITY" and bool(PROMOTES.search(words))


def text_of(components: list[dict[str, Any]], part: str) -> str:
    """The text of that part, empty without one."""
    found = (str(each.get("text") or "") for each in components if str(each.get("type", "")).upper() == part)
    return next(found, "")


def tell_category(platform: Platform, template: Template, change: dict[str, Any]) -> None:
    """With ``correct_category`` a change is announced, with ``previous_category`` it is done."""
    now = int(platform.clock.now())
    value = {
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
        **change,
    }
    tell(platform, f"template:{template.id}", template.waba_id, "template_category_update", value, at=now)


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
