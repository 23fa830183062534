"""What the platform does to an account or a number, read tolerantly (cloud API, 5.7 and 10)."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from parley.core.policy.cases.enforcement import PlatformAction

LONGEST = 300
REMOVED = frozenset({"ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED", "PARTNER_REMOVED"})
RECONNECTED = "ACCOUNT_RECONNECTED"
# Known, and nothing to be decided.
HARMLESS = frozenset(
    {
        "AD_ACCOUNT_LINKED",
        "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
        "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
        "MM_LITE_TERMS_SIGNED",
        "PARTNER_ADDED",
        "PARTNER_APP_INSTALLED",
        "PARTNER_APP_UNINSTALLED",
        "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
        "VOLUME_BASED_PRICING_TIER_UPDATE",
        "VERIFIED_ACCOUNT",
    }
)
QUALITY_FELL = frozenset({"FLAGGED", "DOWNGRADE"})
QUALITY_ROSE = frozenset({"UNFLAGGED", "UPGRADE", "ONBOARDING", "THROUGHPUT_UPGRADE"})
GRAVE = frozenset({"CRITICAL", "WARNING"})


def actions_in(field: str, value: dict[str, Any]) -> list[PlatformAction] | None:
    """The actions told by a change of that field; [] for known news of no consequence, None for what is not known."""
    reader = READERS.get(field)
    return reader(value) if reader else None


def _account(value: dict[str, Any]) -> list[PlatformAction] | None:
    event, phone = _text(value, "event").upper(), _phone(value)
    if event == "ACCOUNT_RESTRICTION":
        given = value.get("restriction_info")
        each = given if isinstance(given, list) else [given]
        return [_restriction(one, phone) for one in each if isinstance(one, dict)] or [
            PlatformAction("restriction", "UNKNOWN_RESTRICTION", phone)
        ]
    if event == "ACCOUNT_VIOLATION":
        name = _text(_dict(value, "violation_info"), "violation_type") or "UNKNOWN_VIOLATION"
        return [PlatformAction("violation", name, phone)]
    if event == "DISABLED_UPDATE":
        told = _dict(value, "ban_info")
        state = _text(told, "waba_ban_state").upper() or "DISABLE"
        details = {"date": _text(told, "waba_ban_date")}
        return [PlatformAction("ban", state, phone, ends=state == "REINSTATE", details=details)]
    if event in REMOVED:
        told = _dict(value, "disconnection_info")
        details = {name: _text(told, name) for name in ("reason", "initiated_by") if _text(told, name)}
        return [PlatformAction("removal", event, phone, details=details)]
    if event == RECONNECTED:
        return [PlatformAction("removal", event, phone, ends=True)]
    return [] if event in HARMLESS else None


def _restriction(told: dict[str, Any], phone: str) -> PlatformAction:
    name = _text(told, "restriction_type") or "UNKNOWN_RESTRICTION"
    details = {"remediation": _text(told, "remediation")}
    return PlatformAction("restriction", name, phone, _time(told.get("expiration")), details=details)


def _quality(value: dict[str, Any]) -> list[PlatformAction] | None:
    event = _text(value, "event").upper()
    limit = _text(value, "max_daily_conversations_per_business") or _text(value, "current_limit")
    if event in QUALITY_FELL or event == "UNFLAGGED":
        ends = event == "UNFLAGGED"
        return [PlatformAction("quality", event, _phone(value), ends=ends, details={"limit": limit})]
    return [] if event in QUALITY_ROSE else None


def _review(value: dict[str, Any]) -> list[PlatformAction] | None:
    decision = _text(value, "decision").upper()
    if decision in ("REJECTED", "DEFERRED", "APPROVED"):
        return [PlatformAction("review", decision, ends=decision == "APPROVED")]
    return [] if decision == "PENDING" else None


def _alert(value: dict[str, Any]) -> list[PlatformAction] | None:
    told = _dict(value, "alert_info") or value
    name, severity = _text(told, "alert_type"), _text(told, "alert_severity").upper()
    if not name:
        return None
    if severity not in GRAVE or _text(told, "alert_status").upper() == "NONE":
        return []
    details = {"severity": severity, "description": _text(told, "alert_description")}
    return [PlatformAction("alert", name, _phone(value), details=details)]


READERS: dict[str, Callable[[dict[str, Any]], list[PlatformAction] | None]] = {
    "account_update": _account,
    "phone_number_quality_update": _quality,
    "account_review_update": _review,
    "account_alerts": _alert,
}


def _time(value: Any) -> datetime | None:
    """Seconds, the same as text, or ISO; None for what tells no time."""
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        pass
    try:
        told = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def _phone(value: dict[str, Any]) -> str:
    return re.sub(r"\D", "", _text(value, "display_phone_number") or _text(value, "phone_number"))


def _dict(value: dict[str, Any], name: str) -> dict[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return str(found)[:LONGEST] if isinstance(found, str | int) and not isinstance(found, bool) else ""
