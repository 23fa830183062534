"""Templates are deleted, all languages of a name or one; a name that was approved rests for thirty days."""

from functools import partial

from parley_emulator.enforcement.changes import set_account
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Template
from parley_emulator.templates.named import template_of
from parley_emulator.templates.status import become

THIRTY_DAYS = 30 * 86_400
UNDER_WAY = frozenset({"accepted", "sent"})
BEING_DELETED, UNKNOWN, MADE_BY_PLATFORM = 2388023, 2593002, 2388330
SOURCE = "AUTO_GENERATED"


def delete(platform: Platform, account: Account, name: str, only: str) -> None:
    """``only``: the id of one language, empty for all. Raises Refusal."""
    found = [
        each
        for each in platform.world.templates.values()
        if (each.waba_id, each.name) == (account.id, name) and only in {"", each.id}
    ]
    if not found:
        raise Refusal(100, "No template with this name was found.", subcode=UNKNOWN)
    if any(each.fields.get("source") == SOURCE for each in found):
        raise Refusal(100, "Templates that the platform made can not be deleted.", subcode=MADE_BY_PLATFORM)
    if any(each.status == "DISABLED" for each in found):
        raise Refusal(100, "A disabled template can not be deleted.")
    if any(each.status == "APPROVED" for each in found):
        _block(platform, account, name)
    for template in found:
        _end(platform, template)


def check_name(account: Account, name: str, now: float) -> None:
    """Raises Refusal for one whose approved template was deleted in the last thirty days."""
    if account.fields.get("deleted_names", {}).get(name, 0.0) > now:
        text = "A template with this name was deleted. Wait thirty days, or choose another name."
        raise Refusal(100, text, subcode=BEING_DELETED)


def resume_deletions(platform: Platform) -> None:
    """After a restart: those that wait for their messages go when their time comes."""
    for template in platform.world.templates.values():
        if (at := template.fields.get("deleted_at")) is not None:
            platform.diary.at(at, partial(_due, platform, template))


def _block(platform: Platform, account: Account, name: str) -> None:
    now = platform.clock.now()
    kept = {each: until for each, until in account.fields.get("deleted_names", {}).items() if until > now}
    set_account(platform, account, deleted_names={**kept, name: now + THIRTY_DAYS})


def _end(platform: Platform, template: Template) -> None:
    now = platform.clock.now()
    if not _has_messages_under_way(platform, template, now):
        platform.world.drop_template(template)
        return
    template.fields = {**template.fields, "deleted_at": now + THIRTY_DAYS}
    become(platform, template, "PENDING_DELETION")
    platform.diary.at(now + THIRTY_DAYS, partial(_due, platform, template))


def _has_messages_under_way(platform: Platform, template: Template, now: float) -> bool:
    for message in reversed(platform.world.sends):
        if message.at < now - THIRTY_DAYS:
            return False
        if message.status in UNDER_WAY and template_of(platform.world, message) is template:
            return True
    return False


def _due(platform: Platform, template: Template) -> None:
    if platform.world.templates.get(template.id) is template:
        platform.world.drop_template(template)
