"""What the business is told of its flows."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.webhooks.telling import tell


def tell_status(platform: Platform, flow: Thing, before: str) -> None:
    """``FLOW_STATUS_CHANGE``."""
    value: dict[str, Any] = {
        "event": "FLOW_STATUS_CHANGE",
        "flow_id": flow.id,
        "old_status": before,
        "new_status": flow.fields["status"],
        "message": f"Flow {flow.fields['name']} changed status from {before} to {flow.fields['status']}",
    }
    tell(platform, f"flow:{flow.id}", flow.owner, "flows", value, at=int(platform.clock.now()))


def tell_alert(platform: Platform, flow: Thing, event: str, figures: dict[str, Any]) -> None:
    """A figure of the form or of its server left, or came back to, where it should be (reference 4.12)."""
    value = {"event": event, "message": f"Flow {flow.fields['name']}: {event}", "flow_id": flow.id, **figures}
    tell(platform, f"flow:{flow.id}", flow.owner, "flows", value, at=int(platform.clock.now()))
