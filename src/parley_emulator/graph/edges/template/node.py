"""One template: its fields, or a new version of it."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.health import health
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal, of_management
from parley_emulator.platform import Platform
from parley_emulator.state.records import Template
from parley_emulator.templates.authentication import as_kept
from parley_emulator.templates.editing import demand_room, note_edit
from parley_emulator.templates.news import tell_parts
from parley_emulator.templates.review import hand_in
from parley_emulator.templates.rules import check_template
from parley_emulator.templates.samples import check_samples
from parley_emulator.templates.sub_categories import sub_category_in
from parley_emulator.templates.ttl import ttl_in
from parley_emulator.templates.view import FIELDS, TEMPLATE, view

NODE = "template"
EDGE = ""
SHAPE = TEMPLATE
EDITED = ("components", "category", "parameter_format", "message_send_ttl_seconds")


async def get(platform: Platform, call: Call, template: Template) -> dict[str, Any]:
    """The fields asked for."""
    whole = {**view(template), "health_status": health(platform, template=template)}
    return pick(call.param("fields"), whole, FIELDS)


async def post(platform: Platform, call: Call, template: Template) -> dict[str, Any]:
    """The whole list of components is replaced, and reviewed again."""
    with of_management():
        return await _change(platform, call, template)


async def _change(platform: Platform, call: Call, template: Template) -> dict[str, Any]:
    changed = {key: call.body[key] for key in EDITED if call.body.get(key)}
    if not changed:
        raise Refusal(100, f"Give at least one of {', '.join(EDITED)}.")
    now = platform.clock.now()
    category = str(changed.get("category", template.category)).upper()
    demand_room(template, category, now)
    check_template({**view(template), **changed})
    sub_category_in({**view(template), **changed})
    check_samples(platform, changed.get("components"), template.components)
    seconds = ttl_in(call.body, category)
    template.components = as_kept(template.language, category, changed.get("components", template.components))
    template.category = category
    template.parameter_format = str(changed.get("parameter_format", template.parameter_format)).upper()
    template.message_send_ttl_seconds = template.message_send_ttl_seconds if seconds is None else seconds
    note_edit(template, now)
    hand_in(platform, template)
    if "components" in changed:
        tell_parts(platform, template)
    await platform.store.committed()
    return {"success": True, "id": template.id, "name": template.name, "category": template.category}
