"""What the platform reports beside messages and statuses: templates, wishes, enforcement (cloud API, 5.6, 5.7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from parley.core.policy.cases.enforcement import PlatformAction
from parley.whatsapp.enforcement import actions_in

# The events of a template's life that end in a state of its own; others leave the state as it is.
TEMPLATE_STATES = {
    "APPROVED": "APPROVED",
    "REINSTATED": "APPROVED",
    "UNARCHIVED": "APPROVED",
    "REJECTED": "REJECTED",
    "PENDING": "PENDING",
    "IN_APPEAL": "PENDING",
    "PAUSED": "PAUSED",
    "DISABLED": "DISABLED",
    "LOCKED": "DISABLED",
    "ARCHIVED": "ARCHIVED",
    "DELETED": "DELETED",
    "PENDING_DELETION": "DELETED",
}


@dataclass(frozen=True)
class TemplateReport:
    """A template's new state or category; '' where it stays as it is."""

    name: str
    language: str
    status: str = ""
    category: str = ""


@dataclass(frozen=True)
class PreferenceReport:
    """A person used WhatsApp's own switch for marketing messages."""

    wa_id: str
    user_id: str
    stops: bool
    at: datetime


@dataclass(frozen=True)
class Noted:
    """Known news that ask for nothing."""


Report = TemplateReport | PreferenceReport | PlatformAction | Noted


def reports_in(change: Any) -> list[Report]:
    """What a change says that is understood here; [] for all else. Never raises."""
    if not isinstance(change, dict) or not isinstance(change.get("value"), dict):
        return []
    value = change["value"]
    match change.get("field"):
        case "message_template_status_update":
            status = TEMPLATE_STATES.get(str(value.get("event")), "")
            return _template(value, status=status) if status else []
        case "template_category_update":
            done = value.get("previous_category") and value.get("new_category")
            return _template(value, category=str(value["new_category"]).lower()) if done else []
        case "user_preferences":
            return list(_preferences(value))
        case field:
            told = actions_in(str(field), value)
            return [] if told is None else [*told] or [Noted()]


def _template(value: dict[str, Any], *, status: str = "", category: str = "") -> list[Report]:
    name, language = value.get("message_template_name"), value.get("message_template_language")
    return [TemplateReport(str(name), str(language), status, category)] if name and language else []


def _preferences(value: dict[str, Any]) -> Iterator[Report]:
    given = value.get("user_preferences")
    for each in given if isinstance(given, list) else []:
        if not isinstance(each, dict) or each.get("value") not in ("stop", "resume"):
            continue
        try:
            at = datetime.fromtimestamp(int(each["timestamp"]), UTC)
        except (KeyError, TypeError, ValueError, OverflowError, OSError):
            continue
        yield PreferenceReport(
            str(each.get("wa_id") or ""), str(each.get("user_id") or ""), each["value"] == "stop", at
        )
