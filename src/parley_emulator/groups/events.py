"""What the business is told of its groups."""

import secrets
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.webhooks.events import frame
from parley_emulator.webhooks.telling import tell


def request_id() -> str:
    """A call answers with it at once; what came of it follows as a webhook."""
    return secrets.token_hex(12).upper()


def tell_group(platform: Platform, group: Thing, field: str, kind: str, request: str = "", **more: Any) -> None:
    """``field``: group_lifecycle_update, group_participants_update, group_settings_update or group_status_update."""
    number = platform.world.numbers[group.owner]
    event: dict[str, Any] = {"timestamp": str(int(platform.clock.now())), "group_id": group.id, "type": kind, **more}
    if request:
        event["request_id"] = request
    value = {**frame(number), "groups": [event]}
    tell(platform, f"group:{group.id}", number.waba_id, field, value)
