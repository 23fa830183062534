"""Everything that the page shows, in one answer: portfolios, accounts, numbers, templates, and the webhooks."""

from collections import Counter
from typing import Any

from parley_emulator.control.nouns.state import webhooks
from parley_emulator.enforcement.names import is_waiting
from parley_emulator.enforcement.portfolio import portfolio
from parley_emulator.enforcement.quality import reasons_of_week, weight_of
from parley_emulator.enforcement.restrictions import restrictions_of
from parley_emulator.graph.account_view import status
from parley_emulator.graph.health import health
from parley_emulator.groups.phones import GROUP
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number, Template, Thing

NEWEST = 10_000  # sends that are counted


def overview(platform: Platform) -> dict[str, Any]:
    """Times are Unix seconds of the platform's clock."""
    world = platform.world
    owners = dict.fromkeys(account.business_id for account in world.accounts.values())
    return {
        "now": platform.clock.now(),
        "offset_seconds": platform.clock.offset,
        "portfolios": [_portfolio(platform, business_id) for business_id in owners],
        "webhooks": webhooks(platform),
        "posts": [each.shown() for each in platform.outgoing.posts.newest()],
    }


def _portfolio(platform: Platform, business_id: str) -> dict[str, Any]:
    own = portfolio(platform.world, business_id).fields
    accounts = [each for each in platform.world.accounts.values() if each.business_id == business_id]
    return {
        "business_id": business_id,
        "name": str(own.get("name") or ""),
        "limit": own["limit"],
        "verified": bool(own.get("verified")),
        "accounts": [_account(platform, account) for account in accounts],
    }


def _account(platform: Platform, account: Account) -> dict[str, Any]:
    world, own = platform.world, account.fields
    numbers = {each.id: each for each in world.numbers.values() if each.waba_id == account.id}
    return {
        "waba_id": account.id,
        "name": str(own.get("name") or ""),
        "status": status(platform, account),
        "review": own.get("account_review_status", "APPROVED"),
        "restrictions": restrictions_of(account, platform.clock.now()),
        "ban_state": own.get("ban_state") or "",
        "violations": own.get("violations", 0),
        "newest_violations": own.get("newest_violations", []),
        "payment_problem": bool(own.get("payment_problem")),
        "appeal": own.get("appeal"),
        "appeals": own.get("appeals", []),
        "numbers": [_number(platform, number) for number in numbers.values()],
        "groups": [_group(each) for each in world.things.values() if each.kind == GROUP and each.owner in numbers],
        "templates": [_template(each) for each in world.templates.values() if each.waba_id == account.id],
    }


def _group(group: Thing) -> dict[str, Any]:
    own = group.fields
    return {
        "group_id": group.id,
        "subject": own["subject"],
        "people": len(own["participants"]),
        "waiting": len(own["join_requests"]),
        "suspended": bool(own["suspended"]),
    }


def _number(platform: Platform, number: Number) -> dict[str, Any]:
    sent = Counter(each.status for each in platform.world.sends[-NEWEST:] if each.number_id == number.id)
    return {
        "phone_number_id": number.id,
        "display_phone_number": number.display_phone_number,
        "verified_name": number.verified_name,
        "name_status": number.fields.get("new_name_status") or number.fields.get("name_status", "APPROVED"),
        "requested_name": number.fields.get("new_display_name") or "",
        "review_until": number.fields.get("review_until") if is_waiting(number) else None,
        "quality": number.quality_rating,
        "week": _week(platform, number),
        "status": number.status,
        "throughput": number.throughput,
        "can_send": health(platform, number=number)["can_send_message"],
        "in_business_app": bool(number.fields.get("is_on_biz_app")),
        "sent": {name: sent[name] for name in ("accepted", "sent", "delivered", "read", "failed")},
    }


def _week(platform: Platform, number: Number) -> dict[str, Any]:
    """What the rating comes from: the last seven days."""
    now = platform.clock.now()
    week = platform.tallies.of_week(number.id, now)
    weight = weight_of(week)
    return {
        "delivered": week.delivered,
        "read": week.read,
        "blocks": week.blocks,
        "reports": week.reports,
        "reasons": reasons_of_week(number, now),
        "weight": weight,
        "share": weight / max(week.delivered, 1),
    }


def _template(template: Template) -> dict[str, Any]:
    body = next((each for each in template.components if str(each.get("type", "")).upper() == "BODY"), {})
    return {
        "id": template.id,
        "name": template.name,
        "language": template.language,
        "category": template.category,
        "status": template.status,
        "review_until": template.fields.get("review_until") if template.status == "PENDING" else None,
        "reason": "" if template.rejected_reason in ("", "NONE") else template.rejected_reason,
        "correct_category": template.fields.get("correct_category") or "",
        "category_changes_at": template.fields.get("category_changes_at"),
        "quality": str(template.quality_score.get("score") or "UNKNOWN"),
        "body": str(body.get("text") or ""),
    }
