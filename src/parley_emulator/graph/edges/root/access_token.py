"""A token for the application, or for the code that embedded sign-up ends with."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform

NODE = "root"
EDGE = "oauth/access_token"
OPEN = True


async def get(platform: Platform, call: Call, node: str) -> dict[str, Any]:
    """The application proves who it is by its secret. A code is good once."""
    secret = platform.outgoing.target.app_secret
    if call.param("client_id") != APP_ID:
        raise Refusal(101, message="Error validating application. Cannot get application info due to a system error.")
    if not secret or call.param("client_secret") != secret:
        raise Refusal(1, message="Error validating client secret.")
    if call.param("grant_type") == "client_credentials":
        return {"access_token": f"{APP_ID}|{secret}", "token_type": "bearer"}
    if call.param("grant_type") == "fb_exchange_token":
        return _exchanged(platform, call.param("fb_exchange_token"))
    code = platform.world.things.get(f"code:{call.param('code')}")
    if code is None:
        raise Refusal(100, message="This authorization code has been used.", subcode=36009)
    platform.world.drop_thing(code)
    await platform.store.committed()
    return {"access_token": code.fields["access_token"], "token_type": "bearer"}


async def post(platform: Platform, call: Call, node: str) -> dict[str, Any]:
    """The same."""
    return await get(platform, call, node)


def _exchanged(platform: Platform, token: str) -> dict[str, Any]:
    if token not in platform.world.tokens:
        raise Refusal(190, message="Invalid OAuth access token - Cannot parse access token")
    return {"access_token": token, "token_type": "bearer", "expires_in": 60 * 86_400}
