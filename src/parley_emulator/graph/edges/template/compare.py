"""Two templates of one account beside each other."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Template

NODE = "template"
EDGE = "compare"
LEAST_SENDS = 1_000
WINDOWS = frozenset({7, 30, 60, 90})
DAY = 86_400


async def get(platform: Platform, call: Call, template: Template) -> dict[str, Any]:
    """Each needs a thousand sends in a window of 7, 30, 60 or 90 days that ends now."""
    start, end = (_time(call, name) for name in ("start", "end"))
    if round((end - start) / DAY) not in WINDOWS:
        raise Refusal(100, "start and end must be 7, 30, 60 or 90 days apart.")
    wanted = str(call.value("template_ids") or "").strip("[]\"' ")
    other = platform.world.templates.get(wanted)
    if other is None or other.waba_id != template.waba_id:
        raise Refusal(100, "Param template_ids must name one other template of the account.")
    sends = {each.id: _sends(platform, each, start, end) for each in (template, other)}
    if min(sends.values()) < LEAST_SENDS:
        raise Refusal(100, f"Each template needs at least {LEAST_SENDS} sends in that time.", subcode=2593004)
    counts = [{"key": id_, "value": count} for id_, count in sends.items()]
    return {
        "data": [
            {"metric": "BLOCK_RATE", "type": "RELATIVE", "order_by_relative_metric": list(sends)},
            {"metric": "MESSAGE_SENDS", "type": "NUMBER_VALUES", "number_values": counts},
            {"metric": "TOP_BLOCK_REASON", "type": "STRING_VALUES", "string_values": []},
        ]
    }


def _sends(platform: Platform, template: Template, start: int, end: int) -> int:
    numbers = {each.id for each in platform.world.numbers.values() if each.waba_id == template.waba_id}
    mark = f'"{template.name}"'
    return sum(
        each.type == "template" and each.number_id in numbers and start <= each.at <= end and mark in each.content
        for each in platform.world.sends
    )


def _time(call: Call, name: str) -> int:
    if not call.param(name).isdigit():
        raise Refusal(100, f"Param {name} must be a Unix time in seconds.")
    return int(call.param(name))
