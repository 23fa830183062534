"""When the business is there, and other plans of the week."""

import re
from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Account, Thing

NODE = "account"
EDGE = "schedules"
KINDS = frozenset({"BUSINESS_HOURS", "AUTOMATED_RESPONSE", "MESSAGE_CAMPAIGN", "MAINTENANCE_WINDOW", "CUSTOM"})
DAYS = frozenset({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"})
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
OPTIONAL = ("timezone", "recurrence_pattern")
FIELDS = (
    *("id", "name", "status", "schedule_type", "description", "start_time", "end_time", "timezone"),
    *("days_of_week", "created_time", "updated_time", "is_active", "recurrence_pattern"),
)
SHAPE = Shape("WhatsAppBusinessSchedule", FIELDS)


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In pages."""
    whole = [{"id": each.id, **each.fields} for each in platform.world.things_of("schedule", account.id)]
    whole.sort(key=lambda each: each["created_time"], reverse=call.param("sort").endswith(".desc"))
    items = [pick(call.param("fields"), each, FIELDS) for each in whole]
    return page(call, f"{account.id}/schedules", items)


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """A new one."""
    kind = call.param("schedule_type").upper()
    if kind not in KINDS:
        raise Refusal(100, f"Param schedule_type must be one of {', '.join(sorted(KINDS))}.")
    days = call.value("days_of_week") or []
    days = [str(each).upper() for each in days] if isinstance(days, list) else [""]
    if not DAYS.issuperset(days):
        raise Refusal(100, "Param days_of_week must be an array of days in capital letters.")
    active = call.flag("is_active") is not False
    now = platform.clock.iso()
    fields: dict[str, Any] = {
        "name": text_in(call.body, "name", "", 100),
        "schedule_type": kind,
        "status": "ACTIVE" if active else "INACTIVE",
        "is_active": active,
        "start_time": _time(call, "start_time"),
        "end_time": _time(call, "end_time"),
        "days_of_week": days,
        "created_time": now,
        "updated_time": now,
    }
    if call.body.get("description"):
        fields["description"] = text_in(call.body, "description", "", 500)
    fields |= {name: call.value(name) for name in OPTIONAL if call.body.get(name) is not None}
    schedule = Thing(id=ids.digits(16), kind="schedule", owner=account.id, fields=fields)
    platform.world.save_thing(schedule)
    await platform.store.committed()
    return {"id": schedule.id}


def _time(call: Call, name: str) -> str:
    if not CLOCK.fullmatch(call.param(name)):
        raise Refusal(100, f"Param {name} must be a time such as 09:00.")
    return call.param(name)
