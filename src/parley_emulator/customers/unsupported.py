"""What a phone can send and a business can not see: it comes without its content, with an error (reference 5.4)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal

TYPE = "unsupported"
KINDS = ("poll", "view_once", "live_location", "event")


def completed(body: dict[str, Any]) -> dict[str, Any]:
    """With what always comes along, where a tester left it out."""
    error = Refusal(131051, "Message type is currently not supported.").in_webhook()
    error.pop("href")
    return {"unsupported": {"type": "unknown"}, "errors": [error], **body}
