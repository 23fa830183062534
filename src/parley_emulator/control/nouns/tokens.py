"""Tokens: what they may do, and the codes that embedded sign-up ends with."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound, the_number
from parley_emulator.graph.tokens import SCOPES
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.signup.connecting import make_code


async def set_scopes(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{access_token, scopes}``: those permissions only, null for all."""
    body = asked.body()
    numbers = platform.world.tokens.get(str(body.get("access_token")), [])
    scopes = body.get("scopes")
    if not numbers:
        raise NotFound("There is no such token.")
    if scopes is not None and not set(SCOPES).issuperset(scopes):
        raise ValueError(f"scopes must be of {', '.join(SCOPES)}.")
    for number in list(numbers):
        set_field(platform, number, "scopes", scopes)
    await platform.store.committed()
    return {"scopes": list(SCOPES) if scopes is None else scopes}


async def code(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id}``: a code that can be exchanged once for the number's token."""
    number = the_number(platform, str(asked.body().get("phone_number_id", "")))
    made = make_code(platform, number)
    await platform.store.committed()
    return {"code": made, "waba_id": number.waba_id, "phone_number_id": number.id}


ROUTES = [("POST", "/tokens", set_scopes), ("POST", "/codes", code)]
