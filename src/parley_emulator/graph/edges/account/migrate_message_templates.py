"""Copy the approved templates of another account of the same business."""

from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Template
from parley_emulator.templates.status import unrated

NODE = "account"
EDGE = "migrate_message_templates"


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """What the account has by the same name and language fails, with its reason."""
    source = call.param("source_waba_id")
    if source not in {number.waba_id for number in call.numbers}:
        raise Refusal(100, "Param source_waba_id is no account of yours.")
    world = platform.world
    migrated, failed = [], {}
    for template in [each for each in world.templates.values() if each.waba_id == source]:
        if template.status != "APPROVED":
            failed[template.id] = f"The template has status {template.status}."
        elif (account.id, template.name, template.language) in world.by_name:
            failed[template.id] = "A template with this name and language exists."
        else:
            copy = msgspec.convert({**msgspec.to_builtins(template), "id": ids.digits(15)}, Template)
            copy.waba_id, copy.fields = account.id, {}
            copy.quality_score = unrated(platform.clock.now())
            world.save_template(copy)
            migrated.append(template.id)
    await platform.store.committed()
    return {"migrated_templates": migrated, "failed_templates": failed}
