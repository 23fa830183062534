"""How templates were taken, day by day: what template_analytics and template_group_analytics have in common."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from parley_emulator.analytics.asked import DAY, Asked, Span
from parley_emulator.analytics.clicks import Clicks
from parley_emulator.analytics.metrics import metrics_in
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.pricing.bills import charges_of
from parley_emulator.state.records import Account, Message, Template
from parley_emulator.templates.named import name_of

METRICS = ("COST", "CLICKED", "DELIVERED", "READ", "SENT")
MOST = 10
BACK = 90 * DAY
Named = tuple[str, str]


def demand_insights(account: Account) -> None:
    """Only for an account that asked for it, which can not be taken back. Raises Refusal."""
    if not account.fields.get("is_enabled_for_insights"):
        raise Refusal(200007, message="(#200007) Template insights are not enabled for this account")


def ids_in(asked: Asked, name: str, what: str) -> list[str]:
    """One to ten. Raises Refusal."""
    ids = asked.listed(name)
    if not 1 <= len(ids) <= MOST:
        raise Refusal(100, f"Param {name} must name 1 to {MOST} {what}.")
    return ids


def template_in(platform: Platform, account: Account, template_id: str) -> Template | None:
    """One of that account."""
    found: Template | None = platform.world.templates.get(template_id)
    return found if found is not None and found.waba_id == account.id else None


def points_of(
    platform: Platform, account: Account, asked: Asked, named: str, wanted: Mapping[Named, set[str]]
) -> list[dict[str, Any]]:
    """One point for each id and each day that it was sent on.

    ``wanted``: the ids that a template, by name and language, counts for; ``named``: what the points call the id.
    """
    span = asked.span(("DAILY",), BACK)
    metrics = {each.lower() for each in metrics_in(account, asked, METRICS)}
    costs = _costs(platform, account) if "cost" in metrics else {}
    clicks = Clicks(platform)
    days: dict[tuple[str, int], list[Message]] = defaultdict(list)
    for each, message in _sent(platform, account, wanted, span):
        days[each, span.point(message.at)["start"]].append(message)
    points = []
    for (each, start), messages in sorted(days.items()):
        whole: dict[str, Any] = {**_counts(messages), "clicked": clicks.listed(messages)}
        whole["cost"] = _cost(messages, costs, clicks.of_links(messages))
        told = {name: value for name, value in whole.items() if name in metrics}
        points.append({named: each, "start": start, "end": start + DAY, **told})
    return points


def _sent(
    platform: Platform, account: Account, wanted: Mapping[Named, set[str]], span: Span
) -> Iterator[tuple[str, Message]]:
    numbers = {each.id for each in platform.world.numbers.values() if each.waba_id == account.id}
    for message in platform.world.sends:
        if message.type == "template" and message.number_id in numbers and span.has(message.at):
            for each in wanted.get(name_of(message), ()):
                yield each, message


def _counts(messages: list[Message]) -> dict[str, int]:
    arrived = sum(not {"delivered", "read"}.isdisjoint(each.times) for each in messages)
    return {
        "sent": sum("sent" in each.times for each in messages),
        "delivered": arrived,
        "read": sum("read" in each.times for each in messages),
    }


def _costs(platform: Platform, account: Account) -> dict[str, list[float]]:
    """Of each message, for each phone that it arrived at."""
    costs: dict[str, list[float]] = defaultdict(list)
    for charge in charges_of(platform, account):
        costs[charge.message.id].append(charge.cost or 0.0)
    return costs


def _cost(messages: list[Message], costs: dict[str, list[float]], links: int | None) -> list[dict[str, Any]]:
    """``links``: how often one was followed, None for templates without one."""
    spent = sum(sum(costs.get(each.id, ())) for each in messages)
    arrived = sum(len(costs.get(each.id, ())) for each in messages)
    told: list[dict[str, Any]] = [{"type": "amount_spent", "value": round(spent, 6)}]
    if arrived:
        told.append({"type": "cost_per_delivered", "value": round(spent / arrived, 6)})
    if links:
        told.append({"type": "cost_per_url_button_click", "value": round(spent / links, 6)})
    return told
