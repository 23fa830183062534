"""An address of its own for the webhooks of an account or a number, verified by the handshake before it is used."""

from typing import Any

import msgspec

from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.webhooks.target import shake_hands

LONGEST = 200
NAMES = ("override_callback_uri", "verify_token")


async def override(platform: Platform, fields: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields with the new address, or without any when it is empty. Raises Refusal."""
    url = str(wanted.get("override_callback_uri") or "")
    rest = {name: value for name, value in fields.items() if name not in NAMES}
    if not url:
        return rest
    if len(url) > LONGEST or not url.startswith(("http://", "https://")):
        raise Refusal(100, f"Param override_callback_uri must be an address of at most {LONGEST} characters.")
    token = str(wanted.get("verify_token") or "")
    if not token:
        raise Refusal(100, "The parameter verify_token is required.")
    target = msgspec.structs.replace(platform.outgoing.target, url=url, verify_token=token)
    if problem := await shake_hands(platform.http, target):
        raise Refusal(
            2200, problem, message="(#2200) Callback verification failed with the following errors: " + problem
        )
    return {**rest, "override_callback_uri": url, "verify_token": token}
