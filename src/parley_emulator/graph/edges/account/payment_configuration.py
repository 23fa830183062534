"""One way to be paid: ``payment_configuration/{name}``."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import unknown_object
from parley_emulator.graph.shape import Shape
from parley_emulator.orders.configurations import FIELDS, change, configuration_named, create, drop, shown
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "payment_configuration"
REST = True
SHAPE = Shape("WhatsAppBusinessAccountPaymentConfiguration", FIELDS)


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In a list of one."""
    if not call.rest:
        raise unknown_object(call.method, call.node)
    return {"data": [pick(call.param("fields"), shown(configuration_named(account, call.rest)), FIELDS)]}


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """A new one, or with its name in the path other values for it; ``oauth_url`` where a gateway is to be connected."""
    if call.rest:
        made = change(platform, account, call.rest, call.body, call.base_url)
    else:
        made = create(platform, account, call.body, call.base_url)
    await platform.store.committed()
    return made


async def delete(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """``{configuration_name}``: nothing is paid by it any more."""
    drop(platform, account, call.rest or call.param("configuration_name"))
    await platform.store.committed()
    return {"success": True}
