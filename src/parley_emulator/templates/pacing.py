"""The first messages of a new template go out, the others are held until it is known how people take them.

Marketing that is new, was paused or is not green, and utility for seven days after a pause (reference 8.6). Only for
accounts that a tester switched it on for: how many the first are, and how long the others wait, is not documented.
"""

from functools import partial
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.progress import begin, fail
from parley_emulator.state.records import Account, Message, Template
from parley_emulator.templates.named import template_of
from parley_emulator.templates.status import become, rate

AFTER_A_PAUSE = 7 * 86_400
REPORT = 2
# What the first messages may bring: less than this weight, or than this share of those that arrived.
WEIGHT, SHARE = 3, 0.05
NEW: dict[str, Any] = {"sent": 0, "since": 0.0, "until": None, "done": False}


def hold(platform: Platform, message: Message, template: Template) -> bool:
    """Whether it waits. As the first ones pass they are counted."""
    account = platform.world.accounts[template.waba_id]
    plan = account.fields.get("pacing")
    state = template.fields.get("pacing") or {**NEW, "since": message.at}
    if plan is None or state["done"] or not _is_paced(account, template, message.at):
        return False
    message.held = state["sent"] >= plan["first"]
    if not message.held:
        _keep(platform, template, {**state, "sent": state["sent"] + 1})
        return False
    platform.held.setdefault(template.id, []).append(message)
    if state["until"] is None:
        until = message.at + plan["seconds"]
        _keep(platform, template, {**state, "until": until})
        platform.diary.at(until, partial(_due, platform, template.id, until))
    return True


def is_holding(template: Template) -> bool:
    """Whether messages of it may wait."""
    return (template.fields.get("pacing") or NEW)["until"] is not None


def decide(platform: Platform, template: Template, is_well_taken: bool) -> None:
    """Those that wait go out, or are dropped and the template is paused until somebody lifts it."""
    waiting = platform.held.pop(template.id, [])
    if is_well_taken:
        _keep(platform, template, {**NEW, "done": True})
    else:
        rate(platform, template, "RED")
        _keep(platform, template, None)
        told = {"title": "RATE_LIMITING_PAUSE", "description": "Paused because its first messages were taken badly."}
        become(platform, template, "PAUSED", told)
    for message in waiting:
        if platform.world.messages.get(message.id) is not message:
            continue
        message.held = False
        if is_well_taken:
            begin(platform, message)
        else:
            refusal = Refusal(132015, "The message was held for a look at quality, and dropped.")
            message.fate, message.errors = "fail", [refusal.in_webhook()]
            fail(platform, message)


def forget(platform: Platform, template: Template) -> None:
    """It is paced from the beginning when it is sent again."""
    if template.fields.get("pacing") is not None and not is_holding(template):
        _keep(platform, template, None)


def resume_holds(platform: Platform) -> None:
    """After a restart: those that were held wait on."""
    for message in platform.world.sends:
        if message.held and message.status == "accepted" and (template := template_of(platform.world, message)):
            platform.held.setdefault(template.id, []).append(message)
    for template in platform.world.templates.values():
        if is_holding(template):
            until = template.fields["pacing"]["until"]
            platform.diary.at(until, partial(_due, platform, template.id, until))


def _is_paced(account: Account, template: Template, now: float) -> bool:
    if template.category == "UTILITY":
        return bool(now < account.fields.get("utility_paced_until", 0.0))
    return template.category == "MARKETING" and template.quality_score.get("score") != "GREEN"


def _due(platform: Platform, template_id: str, until: float) -> None:
    template = platform.world.templates.get(template_id)
    if template is not None and is_holding(template) and template.fields["pacing"]["until"] == until:
        decide(platform, template, not _is_badly_taken(platform, template))


def _is_badly_taken(platform: Platform, template: Template) -> bool:
    since, weight, arrived = template.fields["pacing"]["since"], 0, 0
    for message in reversed(platform.world.sends):
        if message.at < since:
            break
        if "delivered" in message.times and template_of(platform.world, message) is template:
            chat = platform.world.chats[(message.number_id, message.wa_id)]
            weight += chat.blocked + REPORT * chat.reported
            arrived += 1
    return weight >= WEIGHT and weight > SHARE * arrived


def _keep(platform: Platform, template: Template, state: dict[str, Any] | None) -> None:
    template.fields = {**template.fields, "pacing": state}
    platform.world.save_template(template)
