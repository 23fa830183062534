"""The account's groups of templates: list, create."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Thing
from parley_emulator.templates.groups import FIELDS, KIND, TEMPLATE_GROUP, changes_in, view

NODE = "account"
EDGE = "template_groups"
SHAPE = TEMPLATE_GROUP


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In pages."""
    groups = [view(platform, each) for each in platform.world.things_of(KIND, account.id)]
    return page(call, f"{account.id}/{EDGE}", [pick(call.param("fields"), each, FIELDS) for each in groups])


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """``{name, description?, whatsapp_business_templates}``."""
    fields = changes_in(platform, call, account.id, required=True)
    group = Thing(id=ids.digits(16), kind=KIND, owner=account.id, fields=fields)
    platform.world.save_thing(group)
    await platform.store.committed()
    return {"id": group.id}
