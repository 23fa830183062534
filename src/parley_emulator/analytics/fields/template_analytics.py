"""How templates were taken, day by day: only for an account that asked for it, which can not be taken back."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from parley_emulator.analytics.asked import DAY, Asked, Span
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.pricing.bills import charges_of
from parley_emulator.state.records import Account, Message, Template
from parley_emulator.templates.named import name_of

METRICS = ("COST", "CLICKED", "DELIVERED", "READ", "SENT")
MOST_TEMPLATES = 10
BACK = 90 * DAY


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """One point for each template and each day that it was sent on."""
    if not account.fields.get("is_enabled_for_insights"):
        raise Refusal(200007, message="(#200007) Template insights are not enabled for this account")
    span = asked.span(("DAILY",), BACK)
    metrics = {each.lower() for each in asked.listed("metric_types", METRICS) or METRICS}
    templates = _templates(platform, account, asked.listed("template_ids"))
    costs = _costs(platform, account) if "cost" in metrics else {}
    taps = _taps(platform) if "clicked" in metrics else {}
    days: dict[tuple[str, int], list[Message]] = defaultdict(list)
    for template, message in _sent(platform, account, templates, span):
        days[template, span.point(message.at)["start"]].append(message)
    points = []
    for (template, start), messages in sorted(days.items()):
        whole = {**_counts(messages), "clicked": _clicked(messages, taps), "cost": _cost(messages, costs)}
        told = {name: value for name, value in whole.items() if name in metrics}
        points.append({"template_id": template, "start": start, "end": start + DAY, **told})
    return {"data": [{"granularity": "DAILY", "product_type": "cloud_api", "data_points": points}]}


def _templates(platform: Platform, account: Account, ids: list[str]) -> dict[tuple[str, str], str]:
    if not 1 <= len(ids) <= MOST_TEMPLATES:
        raise Refusal(100, f"Param template_ids must name 1 to {MOST_TEMPLATES} templates.")
    found: dict[tuple[str, str], str] = {}
    for each in ids:
        template: Template | None = platform.world.templates.get(each)
        if template is None or template.waba_id != account.id:
            raise Refusal(100, f"Param template_ids names {each}, which is no template of this account.")
        found[template.name, template.language] = template.id
    return found


def _sent(
    platform: Platform, account: Account, templates: dict[tuple[str, str], str], span: Span
) -> Iterator[tuple[str, Message]]:
    numbers = {each.id for each in platform.world.numbers.values() if each.waba_id == account.id}
    for message in platform.world.sends:
        is_one = message.type == "template" and message.number_id in numbers and span.has(message.at)
        if is_one and (found := templates.get(name_of(message))):
            yield found, message


def _counts(messages: list[Message]) -> dict[str, int]:
    arrived = sum(not {"delivered", "read"}.isdisjoint(each.times) for each in messages)
    return {
        "sent": sum("sent" in each.times for each in messages),
        "delivered": arrived,
        "read": sum("read" in each.times for each in messages),
    }


def _taps(platform: Platform) -> dict[str, set[str]]:
    """The words of the buttons that were tapped, by the message they stood under."""
    taps: dict[str, set[str]] = defaultdict(set)
    for message in platform.world.messages.values():
        if message.incoming and message.type == "button":
            taps[message.context_id].add(str(message.object().get("text", "")))
    return taps


def _clicked(messages: list[Message], taps: dict[str, set[str]]) -> list[dict[str, Any]]:
    counts: dict[str, int] = defaultdict(int)
    for message in messages:
        for words in taps.get(message.id, ()):
            counts[words] += 1
    return [{"type": "quick_reply_button", "button_content": words, "count": n} for words, n in sorted(counts.items())]


def _costs(platform: Platform, account: Account) -> dict[str, list[float]]:
    """Of each message, for each phone that it arrived at."""
    costs: dict[str, list[float]] = defaultdict(list)
    for charge in charges_of(platform, account):
        costs[charge.message.id].append(charge.cost or 0.0)
    return costs


def _cost(messages: list[Message], costs: dict[str, list[float]]) -> list[dict[str, Any]]:
    spent = sum(sum(costs.get(each.id, ())) for each in messages)
    arrived = sum(len(costs.get(each.id, ())) for each in messages)
    told: list[dict[str, Any]] = [{"type": "amount_spent", "value": round(spent, 6)}]
    return [*told, {"type": "cost_per_delivered", "value": round(spent / arrived, 6)}] if arrived else told
