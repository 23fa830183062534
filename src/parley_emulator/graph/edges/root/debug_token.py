"""What a token is, what it may do, and how long."""

from typing import Any

from parley_emulator.graph.access import is_app_token
from parley_emulator.graph.app_view import NAME
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.tokens import granular_scopes, scopes_of, user_of
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform

NODE = "root"
EDGE = "debug_token"


async def get(platform: Platform, call: Call, node: str) -> dict[str, Any]:
    """Of the ``input_token``."""
    token = call.param("input_token")
    if not token:
        raise Refusal(100, message="(#100) The parameter input_token is required")
    if is_app_token(platform, token):
        return {"data": {"app_id": APP_ID, "type": "APP", "application": NAME, "is_valid": True, "scopes": []}}
    numbers = platform.world.tokens.get(token, [])
    known: dict[str, Any] = {"app_id": APP_ID, "type": "SYSTEM_USER", "application": NAME}
    if not numbers:
        error = {"code": 190, "message": "The access token could not be decrypted"}
        return {"data": {"error": error, "is_valid": False, "scopes": []}}
    if all(number.token_expired for number in numbers):
        error = {"code": 190, "message": "Error validating access token: The session has expired.", "subcode": 463}
        return {"data": {**known, "error": error, "expires_at": 1, "is_valid": False, "scopes": scopes_of(numbers)}}
    return {
        "data": {
            **known,
            "expires_at": 0,
            "data_access_expires_at": 0,
            "is_valid": True,
            "scopes": scopes_of(numbers),
            "granular_scopes": granular_scopes(platform, numbers),
            "user_id": user_of(token),
        }
    }
