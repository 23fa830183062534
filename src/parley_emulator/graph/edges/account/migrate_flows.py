"""Copy flows of another account of the same business."""

from typing import Any

from parley_emulator.flows.states import new_flow, set_json
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Thing

NODE = "account"
EDGE = "migrate_flows"
NOT_FOUND = "Flows Migration Error: Flow name not found in source WABA."


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """All, or those named; the copies are drafts."""
    source = call.param("source_waba_id")
    if source not in {number.waba_id for number in call.numbers}:
        raise Refusal(100, "Param source_waba_id is no account of yours.")
    theirs = {each.fields["name"]: each for each in platform.world.things_of("flow", source)}
    names = call.value("source_flow_names")
    migrated, failed = [], []
    for name in names if isinstance(names, list) else list(theirs):
        reason, copy = _copied(platform, account.id, theirs.get(str(name)))
        if copy is None:
            failed.append({"source_name": str(name), "error_code": "4233041", "error_message": reason})
        else:
            kept = theirs[str(name)]
            migrated.append({"source_name": str(name), "source_id": kept.id, "migrated_id": copy.id})
    await platform.store.committed()
    return {"migrated_flows": migrated, "failed_flows": failed}


def _copied(platform: Platform, account_id: str, flow: Thing | None) -> tuple[str, Thing | None]:
    if flow is None:
        return NOT_FOUND, None
    try:
        copy = new_flow(platform, account_id, flow.fields["name"], flow.fields["categories"])
    except Refusal as refusal:
        return refusal.details, None
    if flow.fields["flow_json"]:
        set_json(platform, copy, flow.fields["flow_json"])
    platform.world.save_thing(copy)
    return "", copy
