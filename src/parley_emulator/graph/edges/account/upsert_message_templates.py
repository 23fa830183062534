"""A template for one-time codes in many languages at once: new, or changed. All of it is done, or nothing."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal, of_management
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import list_in
from parley_emulator.state.records import Account, Template
from parley_emulator.templates.authentication import asked_in, check_code, components
from parley_emulator.templates.deleting import check_name
from parley_emulator.templates.editing import EDITABLE, IN_REVIEW
from parley_emulator.templates.heading import check_heading
from parley_emulator.templates.parts import parts_of
from parley_emulator.templates.room import check_room, note_creation
from parley_emulator.templates.status import unrated
from parley_emulator.templates.ttl import ttl_in

NODE = "account"
EDGE = "upsert_message_templates"
CATEGORY = "AUTHENTICATION"


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Approved at once: the texts are the platform's own."""
    with of_management():
        return await _upsert(platform, call, account)


async def _upsert(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    languages = _languages_in(call)
    name = str(call.body["name"])
    given = list_in({"components": call.value("components")}, "components", "", 1, 10)
    check_code(parts_of(given))
    parts, seconds = asked_in(given), ttl_in(call.body, CATEGORY)
    templates = [_template(platform, account, name, language) for language in languages]
    fresh = [each for each in templates if each.id not in platform.world.templates]
    if fresh:
        check_name(account, name, platform.clock.now())
        check_room(platform, account, len(fresh))
    for _ in fresh:
        note_creation(platform, account)
    for template in templates:
        template.components, template.status = components(template.language, *parts), "APPROVED"
        template.message_send_ttl_seconds = template.message_send_ttl_seconds if seconds is None else seconds
        platform.world.save_template(template)
    await platform.store.committed()
    return {"data": [{"id": each.id, "status": each.status, "language": each.language} for each in templates]}


def _languages_in(call: Call) -> list[str]:
    """Each once, and each one there is. Raises Refusal, also for a name or a category that can not be."""
    languages = call.value("languages")
    if not isinstance(languages, list) or not languages:
        raise Refusal(100, "Param languages must be an array of languages.")
    for language in languages:
        if check_heading({**call.body, "language": language}) != CATEGORY:
            raise Refusal(100, f"Param category must be {CATEGORY}.")
    return list(dict.fromkeys(languages))


def _template(platform: Platform, account: Account, name: str, language: str) -> Template:
    """The one there is, where it may be changed, or a new one that is not kept yet. Raises Refusal."""
    known = platform.world.by_name.get((account.id, name, language))
    if known is None:
        score = unrated(platform.clock.now())
        return Template(id=ids.digits(15), waba_id=account.id, name=name, language=language, category=CATEGORY,
                        components=[], quality_score=score)  # fmt: skip
    if known.category != CATEGORY:
        raise Refusal(100, f"The template {name} ({language}) is of the category {known.category}. Take another name.")
    if known.status not in EDITABLE:
        raise Refusal(100, f"A template with status {known.status} can not be edited.", subcode=IN_REVIEW)
    return known
