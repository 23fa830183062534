"""Flows: what they are made of, and how they go from draft to published to deprecated (reference 4.12)."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.flows.checking import problems_of
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Thing

CATEGORIES = frozenset(
    {
        *("SIGN_UP", "SIGN_IN", "APPOINTMENT_BOOKING", "LEAD_GENERATION", "CONTACT_US", "CUSTOMER_SUPPORT", "SURVEY"),
        "OTHER",
    }
)
METRIC = "metric"
FLOW = Shape(
    "Flow",
    ("id", "name", "status", "categories", "validation_errors", "json_version", "data_api_version", "endpoint_uri"),
    ("data_channel_uri", "whatsapp_business_account", "application", "preview", "updated_at", "health_status"),
    (METRIC,),
)
LONGEST_NAME = 200
PREVIEW_LASTS = 30 * 86_400


def new_flow(platform: Platform, account_id: str, name: str, categories: list[str]) -> Thing:
    """A draft with nothing in it. Raises Refusal where the account has one of that name."""
    demand_unique(platform, account_id, name)
    fields: dict[str, Any] = {
        "name": name,
        "categories": categories,
        "status": "DRAFT",
        "validation_errors": [],
        "json_version": "",
        "flow_json": "",
        "endpoint_uri": "",
        "updated_at": platform.clock.now(),
    }
    return Thing(id=ids.digits(16), kind="flow", owner=account_id, fields=fields)


def demand_unique(platform: Platform, account_id: str, name: str, besides: str = "") -> None:
    """``besides``: the flow that may have the name. Raises Refusal."""
    flows = platform.world.things_of("flow", account_id)
    if any(each.fields["name"] == name and each.id != besides for each in flows):
        raise Refusal(100, f"A flow named {name} exists already.", message="Flow name is not unique", subcode=4016019)


def name_in(call: Call) -> str:
    """A name of one to 200 characters."""
    return text_in(call.body, "name", "", LONGEST_NAME)


def categories_in(call: Call) -> list[str]:
    """At least one, each a known one."""
    listed = call.value("categories")
    listed = [str(each).upper() for each in listed] if isinstance(listed, list) else []
    if not listed or not CATEGORIES.issuperset(listed):
        raise Refusal(100, f"Param categories must be an array of {', '.join(sorted(CATEGORIES))}.")
    return listed


def json_in(call: Call) -> str:
    """The flow's JSON as text, however it was sent."""
    value = call.body.get("flow_json")
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def set_json(platform: Platform, flow: Thing, text: str) -> list[dict[str, Any]]:
    """The draft becomes that, faults and all. Returns the faults."""
    version, faults = problems_of(text)
    flow.fields |= {"flow_json": text, "json_version": version, "validation_errors": faults}
    flow.fields["updated_at"] = platform.clock.now()
    return faults


def demand_draft(flow: Thing) -> None:
    """Raises Refusal for what can no longer be changed."""
    if flow.fields["status"] != "DRAFT":
        raise Refusal(139000, "Only a flow with status DRAFT can be changed or deleted.", subcode=4016013)


def publish(flow: Thing) -> None:
    """Raises Refusal for a flow without a form, or with faults."""
    demand_draft(flow)
    if not flow.fields["flow_json"]:
        raise Refusal(139002, "The flow has no flow JSON yet: upload it first.", subcode=4016020)
    if flow.fields["validation_errors"]:
        raise Refusal(139002, "The flow JSON has validation errors: mend them first.", subcode=4016021)
    flow.fields["status"] = "PUBLISHED"


def view(flow: Thing) -> dict[str, Any]:
    """All fields there are."""
    kept = flow.fields
    return {
        "id": flow.id,
        "name": kept["name"],
        "status": kept["status"],
        "categories": kept["categories"],
        "validation_errors": kept["validation_errors"],
        "json_version": kept["json_version"] or None,
        "data_api_version": "3.0" if kept["endpoint_uri"] else None,
        "endpoint_uri": kept["endpoint_uri"] or None,
        "data_channel_uri": kept["endpoint_uri"] or None,
        "whatsapp_business_account": {"id": flow.owner, "name": "", "currency": "USD", "timezone_id": "1"},
        "application": {"id": APP_ID, "name": "parley", "link": f"https://www.facebook.com/games/?app_id={APP_ID}"},
        "preview": {
            "preview_url": f"https://business.facebook.com/wa/manage/flows/{flow.id}/preview/",
            "expires_at": _written(kept["updated_at"] + PREVIEW_LASTS),
        },
        "updated_at": _written(kept["updated_at"]),
        "health_status": {
            "can_send_message": "BLOCKED" if kept["status"] in {"BLOCKED", "DEPRECATED"} else "AVAILABLE",
            "entities": [],
        },
    }


def _written(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
