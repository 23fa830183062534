"""Many items at once: create, change, take away."""

from typing import Any

from parley_emulator.catalogue.batches import TYPE, take
from parley_emulator.catalogue.catalogs import KIND
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = KIND
EDGE = "items_batch"


async def post(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """``{item_type, requests: [{method, data}], allow_upsert}``."""
    if call.param("item_type").upper() != TYPE:
        raise Refusal(100, f"Param item_type must be {TYPE}: other catalogues are not played here.")
    requests = call.value("requests")
    if not isinstance(requests, list) or not all(isinstance(each, dict) for each in requests):
        raise Refusal(100, "Param requests must be an array of objects.")
    answer = take(platform, catalog, requests, call.flag("allow_upsert") is not False)
    await platform.store.committed()
    return answer
