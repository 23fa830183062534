"""How a batch of items stands."""

from typing import Any

from parley_emulator.catalogue.batches import status
from parley_emulator.catalogue.catalogs import KIND
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = KIND
EDGE = "check_batch_request_status"
FIELDS = (
    "handle",
    "status",
    "errors_total_count",
    "errors",
    "warnings_total_count",
    "warnings",
    "ids_of_invalid_requests",
)
SHAPE = Shape("CheckBatchRequestStatus", FIELDS)


async def get(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """``handle``, in a list of one; with ``load_ids_of_invalid_requests`` whose requests came to nothing."""
    found = status(platform, catalog, call.param("handle"), call.flag("load_ids_of_invalid_requests") is True)
    return {"data": [pick(call.param("fields"), found, FIELDS)]}
