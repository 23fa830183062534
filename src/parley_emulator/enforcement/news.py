"""What the platform tells about an account, a number or a portfolio: one function for each field of webhooks."""

from typing import Any

from parley_emulator.enforcement.portfolio import TIERS, accounts_of, portfolio
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number
from parley_emulator.webhooks.telling import tell_account


def tell_username(platform: Platform, number: Number, username: str, status: str) -> None:
    """Approved, reserved or deleted."""
    value = {"display_phone_number": number.digits, "username": username, "status": status}
    tell_account(platform, number.waba_id, "business_username_update", value)


def tell_name(platform: Platform, number: Number, decision: str, name: str, reason: str | None) -> None:
    """APPROVED, DEFERRED, PENDING or REJECTED."""
    value = {
        "display_phone_number": number.digits,
        "decision": decision,
        "requested_verified_name": name,
        "rejection_reason": reason,
    }
    tell_account(platform, number.waba_id, "phone_number_name_update", value)


def tell_quality(platform: Platform, number: Number, event: str) -> None:
    """FLAGGED, UNFLAGGED, THROUGHPUT_UPGRADE, ONBOARDING …, with the portfolio's limit."""
    business = platform.world.accounts[number.waba_id].business_id
    limit = portfolio(platform.world, business).fields["limit"]
    value = {
        "display_phone_number": number.digits,
        "event": event,
        "current_limit": limit,
        "max_daily_conversations_per_business": limit,
    }
    tell_account(platform, number.waba_id, "phone_number_quality_update", value)


def tell_security(platform: Platform, number: Number, event: str, requester: str = "") -> None:
    """PIN_CHANGED, PIN_RESET_REQUEST, PIN_REQUEST_SUCCESS."""
    value = {"display_phone_number": number.digits, "event": event}
    tell_account(platform, number.waba_id, "security", {**value, "requester": requester} if requester else value)


def tell_capability(platform: Platform, business_id: str) -> None:
    """The portfolio's limits, to each of its accounts."""
    limit = portfolio(platform.world, business_id).fields["limit"]
    value: dict[str, Any] = {"max_daily_conversations_per_business": TIERS.get(limit, -1)}
    if limit == "TIER_250":
        value["max_phone_numbers_per_business"] = 2
    else:
        value["max_phone_numbers_per_waba"] = 20
    for account in accounts_of(platform.world, business_id):
        tell_account(platform, account.id, "business_capability_update", value)


def tell_update(platform: Platform, account: Account, event: str, **parts: Any) -> None:
    """``account_update``."""
    tell_account(platform, account.id, "account_update", {"event": event, **parts})


def tell_review(platform: Platform, account: Account, decision: str) -> None:
    """APPROVED, DEFERRED, PENDING or REJECTED."""
    tell_account(platform, account.id, "account_review_update", {"decision": decision})


def tell_alert(platform: Platform, account: Account, kind: str, entity: str, alert: dict[str, Any]) -> None:
    """``account_alerts``: severity, status, type and description about a portfolio or a number."""
    value = {"entity_type": kind, "entity_id": entity, "alert_info": alert}
    tell_account(platform, account.id, "account_alerts", value)
