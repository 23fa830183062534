"""What the platform reports beside messages and statuses: templates, wishes, enforcement (cloud API, 5.6, 5.7)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from parley.core.conversation import Owner
from parley.core.messages.inbound import Handover, NewIdentity, Notice, NumberReport
from parley.core.policy.cases.enforcement import PlatformAction
from parley.core.policy.limits import daily_limit
from parley.whatsapp.enforcement import READERS as KNOWN_TO_ENFORCEMENT
from parley.whatsapp.enforcement import actions_in
from parley.whatsapp.event import each_of, text_at
from parley.whatsapp.notices import notice_of

# The events of a template's life that end in a state of its own; others leave the state as it is.
CATEGORIES = frozenset({"marketing", "utility", "authentication"})
TEMPLATE_STATES = {
    "APPROVED": "APPROVED",
    "REINSTATED": "APPROVED",
    "UNARCHIVED": "APPROVED",
    "REJECTED": "REJECTED",
    "PENDING": "PENDING",
    "IN_APPEAL": "PENDING",
    "PAUSED": "PAUSED",
    "DISABLED": "DISABLED",
    "ARCHIVED": "ARCHIVED",
    "DELETED": "DELETED",
    "PENDING_DELETION": "DELETED",
}


@dataclass(frozen=True)
class TemplateReport:
    """A template's new state, category or quality; '' where it stays as it is."""

    name: str
    language: str
    status: str = ""
    category: str = ""
    quality: str = ""


@dataclass(frozen=True)
class PreferenceReport:
    """A person used WhatsApp's own switch for marketing messages."""

    wa_id: str
    user_id: str
    stops: bool
    at: datetime


@dataclass(frozen=True)
class BookEntry:
    """A name in the address book of the business's phone app."""

    wa_id: str
    name: str


@dataclass(frozen=True)
class Noted:
    """Known news that ask for nothing."""


Report = (
    TemplateReport
    | PreferenceReport
    | PlatformAction
    | Handover
    | NewIdentity
    | NumberReport
    | BookEntry
    | Notice
    | Noted
)
FASTER = 1000  # messages a second, after the upgrade


def reports_in(change: Any) -> list[Report]:
    """What a change says that is understood here; [] for all else. Never raises."""
    if not isinstance(change, dict) or not isinstance(change.get("value"), dict):
        return []
    value, field = change["value"], str(change.get("field"))
    if "new_quality_score" in value:
        field = "message_template_quality_update"  # the platform's own sample names another field
    if "user_actions" in value:
        field = "user_actions"  # they come in the field of the messages
    reader = READERS.get(field)
    found = reader(value) if reader else []
    told = actions_in(field, value)
    if told is None and field in KNOWN_TO_ENFORCEMENT:
        return []
    notice = notice_of(field, value)
    return [*found, *(told or []), *([notice] if notice else [])]


def _template_status(value: dict[str, Any]) -> list[Report]:
    status = TEMPLATE_STATES.get(text_at(value, "event").upper(), "")
    return _template(value, status=status) if status else []


def _template_category(value: dict[str, Any]) -> list[Report]:
    """Before it is done it is only announced, and ``new_category`` is still the present one."""
    done = text_at(value, "previous_category") and text_at(value, "new_category").lower() in CATEGORIES
    return _template(value, category=text_at(value, "new_category").lower()) if done else []


def _handover(value: dict[str, Any]) -> list[Report]:
    """Whoever gets the control is told so; only Meta's own agent is named as the new owner beside us."""
    person, kind = value.get("sender"), text_at(value, "type")
    told = value.get(kind) if kind in ("control_passed", "control_taken") else None
    wa_id, user_id = text_at(person, "phone_number") or text_at(person, "wa_id"), text_at(person, "user_id")
    number_id = text_at(value.get("recipient"), "phone_number_id")
    if not isinstance(told, dict) or not number_id or not (wa_id or user_id):
        return []
    agent = text_at(told, "new_owner_role") == "ai_agent"
    owner: Owner = "meta_agent" if agent else "us" if kind == "control_passed" else "other_app"
    return [Handover(number_id, wa_id, user_id, owner, _time(value))]


def _user_ids(value: dict[str, Any]) -> list[Report]:
    found: list[Report] = []
    number_id = text_at(value.get("metadata"), "phone_number_id")
    for each in each_of(value.get("user_id_update")):
        ids, parents = (each.get(name) if isinstance(each, dict) else None for name in ("user_id", "parent_user_id"))
        old = text_at(ids, "previous") or text_at(each, "previous_user_id")
        new = text_at(ids, "current") or text_at(each, "user_id")
        if old and new:
            found.append(
                NewIdentity(
                    number_id,
                    user_id=old,
                    new_user_id=new,
                    parent_user_id=text_at(parents, "previous") or text_at(each, "previous_parent_user_id"),
                    new_parent_user_id=text_at(parents, "current") or text_at(each, "parent_user_id"),
                )
            )
    return found


def _address_book(value: dict[str, Any]) -> list[Report]:
    found: list[Report] = []
    for each in each_of(value.get("state_sync")):
        person = each.get("contact") if isinstance(each, dict) else None
        phone, name = text_at(person, "phone_number"), text_at(person, "full_name") or text_at(person, "first_name")
        if phone:
            found.append(BookEntry(phone, name) if text_at(each, "action") != "remove" else Noted())
    return found


def _number(value: dict[str, Any]) -> list[Report]:
    digits = re.sub(r"\D", "", text_at(value, "display_phone_number"))
    if not digits:
        return []
    limit = _limit(value, "max_daily_conversations_per_business", "current_limit")
    if text_at(value, "event").upper() == "THROUGHPUT_UPGRADE":
        return [NumberReport(digits, rate=FASTER, daily_limit=limit)]
    if limit is not None:
        return [NumberReport(digits, daily_limit=limit)]
    approved = text_at(value, "decision").upper() == "APPROVED"
    name = text_at(value, "requested_verified_name")[:200]
    return [NumberReport(digits, display_name=name)] if approved and name else []


def _capability(value: dict[str, Any]) -> list[Report]:
    """The limit of the portfolio, which is that of each of its numbers."""
    limit = _limit(value, "max_daily_conversations_per_business", "max_daily_conversation_per_phone")
    return [NumberReport("", daily_limit=limit)] if limit is not None else []


def _limit(value: dict[str, Any], *names: str) -> int | None:
    return next((limit for name in names if (limit := daily_limit(text_at(value, name))) is not None), None)


def _template_quality(value: dict[str, Any]) -> list[Report]:
    return _template(value, quality=text_at(value, "new_quality_score").upper()[:20])


def _preferences(value: dict[str, Any]) -> list[Report]:
    found: list[Report] = []
    for each in each_of(value.get("user_preferences")):
        at, wish = _time(each), text_at(each, "value").lower()
        wa_id, user_id = text_at(each, "wa_id"), text_at(each, "user_id")
        if at is None or not (wa_id or user_id) or not wish:
            continue
        found.append(PreferenceReport(wa_id, user_id, wish == "stop", at) if wish in ("stop", "resume") else Noted())
    return found


def _template(value: dict[str, Any], *, status: str = "", category: str = "", quality: str = "") -> list[Report]:
    name, language = text_at(value, "message_template_name"), text_at(value, "message_template_language")
    return [TemplateReport(name, language, status, category, quality)] if name and language else []


def _time(value: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(text_at(value, "timestamp")), UTC)
    except (ValueError, OverflowError, OSError):
        return None


READERS: dict[str, Callable[[dict[str, Any]], list[Report]]] = {
    "message_template_status_update": _template_status,
    "message_template_quality_update": _template_quality,
    "template_category_update": _template_category,
    "business_capability_update": _capability,
    "user_preferences": _preferences,
    "messaging_handovers": _handover,
    "user_id_update": _user_ids,
    "smb_app_state_sync": _address_book,
    "phone_number_quality_update": _number,
    "phone_number_name_update": _number,
}
