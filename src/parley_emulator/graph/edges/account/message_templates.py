"""The account's templates: list, create, delete; with ``/archive`` and ``/unarchive`` behind it, put away."""

from typing import Any

from parley_emulator import ids
from parley_emulator.enforcement.restrictions import UTILITY, is_restricted
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.refusal import Refusal, of_management, unknown_object
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Template
from parley_emulator.templates.archive import MOVES, move
from parley_emulator.templates.authentication import as_kept
from parley_emulator.templates.deleting import check_name
from parley_emulator.templates.deleting import delete as delete_templates
from parley_emulator.templates.library import TYPES, check_inputs, filled, library_template
from parley_emulator.templates.review import hand_in
from parley_emulator.templates.room import check_room, note_creation, room_of
from parley_emulator.templates.rules import check_template
from parley_emulator.templates.samples import check_samples
from parley_emulator.templates.status import unrated
from parley_emulator.templates.sub_categories import NAME, sub_category_in
from parley_emulator.templates.ttl import ttl_in
from parley_emulator.templates.view import FIELDS, TEMPLATE, view

NODE = "account"
EDGE = "message_templates"
SHAPE = TEMPLATE
REST = True
SUMMARY = {"total_count", "message_template_count", "message_template_limit", "are_translations_complete"}
FILTERS = ("status", "category", "language", "correct_category")


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Filtered, in pages."""
    _check_rest(call)
    templates = platform.world.templates.values()
    found = [each for each in templates if each.waba_id == account.id and _is_wanted(each, call)]
    items = [pick(call.param("fields"), view(each), FIELDS) for each in found]
    answer = page(call, f"{account.id}/message_templates", items)
    if asked := {name.strip() for name in call.param("summary").split(",")} & SUMMARY:
        answer["summary"] = _summary(platform, account, asked)
    return answer


def _summary(platform: Platform, account: Account, asked: set[str]) -> dict[str, Any]:
    count, most = room_of(platform, account)
    numbers = {"total_count": count, "message_template_count": count, "message_template_limit": most}
    return {name: value for name, value in {**numbers, "are_translations_complete": True}.items() if name in asked}


def _is_wanted(template: Template, call: Call) -> bool:
    whole = view(template)
    for name in FILTERS:
        wanted = _wanted(call, name)
        if wanted and not wanted & {str(whole[name]).upper(), "ALL"}:
            return False
    scores = _wanted(call, "quality_score")
    if scores and template.quality_score.get("score", "UNKNOWN") not in scores:
        return False
    if call.param("source") and call.param("source").upper() != template.fields.get("source"):
        return False
    words = " ".join(str(component.get("text", "")) for component in template.components)
    return (
        call.param("name") in template.name
        and call.param("content") in words
        and (call.param("name_or_content") in template.name or call.param("name_or_content") in words)
    )


def _wanted(call: Call, name: str) -> set[str]:
    """One value, or any of several: a list in JSON, or with commas."""
    asked = call.value(name)
    listed = asked if isinstance(asked, list) else str(asked or "").split(",")
    return {word for each in listed if (word := str(each).strip().upper())}


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Handed in for review, which approves it a little later."""
    with of_management():
        return await _create(platform, call, account)


async def _create(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    if call.rest in MOVES:
        moved = move(platform, call, account)
        await platform.store.committed()
        return moved
    _check_rest(call)
    body = call.body
    check_room(platform, account)
    if library := library_template(body):
        check_inputs(library, body)
    else:
        check_template(body)
        check_samples(platform, body["components"])
    sub_category = sub_category_in({"components": (), **body})
    check_name(account, str(body.get("name")), platform.clock.now())
    if (account.id, body["name"], body["language"]) in platform.world.by_name:
        message = "Content in this language already exists"
        raise Refusal(
            100, "There is already a template with this name in this language.", message=message, subcode=2388024
        )
    note_creation(platform, account)
    category = body["category"].upper()
    if category == "UTILITY" and is_restricted(account, UTILITY, platform.clock.now()):
        raise Refusal(100, "This account may not create templates of the category UTILITY for now.")
    template = Template(
        id=ids.digits(15),
        waba_id=account.id,
        name=body["name"],
        language=body["language"],
        category=category,
        components=as_kept(body["language"], category, body.get("components") or []),
        status="PENDING",
        parameter_format=str(body.get("parameter_format") or "POSITIONAL").upper(),
        message_send_ttl_seconds=ttl_in(body, category),
        quality_score=unrated(platform.clock.now()),
    )
    if library:
        template.components, template.status = filled(library, body), "APPROVED"
        template.fields = {"library_template_name": library["name"], TYPES: library["body_param_types"]}
        platform.world.save_template(template)
    else:
        template.fields = {**template.fields, NAME: sub_category} if sub_category else template.fields
        hand_in(platform, template)
    await platform.store.committed()
    return {"id": template.id, "status": template.status, "category": template.category}


async def delete(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """All languages of a name, or with ``hsm_id`` only one."""
    _check_rest(call)
    name, only = call.param("name"), call.param("hsm_id")
    if not name:
        raise Refusal(100, "The parameter name is required.")
    delete_templates(platform, account, name, only)
    await platform.store.committed()
    return {"success": True}


def _check_rest(call: Call) -> None:
    if call.rest:
        raise unknown_object(call.method, call.node)
