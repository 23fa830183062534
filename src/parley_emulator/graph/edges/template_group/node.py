"""One group of templates: its fields, another name or other templates, its end."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.templates.groups import FIELDS, KIND, TEMPLATE_GROUP, changes_in, view

NODE = KIND
EDGE = ""
SHAPE = TEMPLATE_GROUP


async def get(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(platform, group), FIELDS)


async def post(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    group.fields = {**group.fields, **changes_in(platform, call, group.owner, required=False)}
    platform.world.save_thing(group)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """The templates stay."""
    platform.world.drop_thing(group)
    await platform.store.committed()
    return {"success": True}
