"""Who calls, and what they may see."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal, unknown_object
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number


def numbers_of(platform: Platform, token: str) -> list[Number]:
    """The numbers that the token opens. Raises Refusal for no token, an unknown or an expired one."""
    if not token:
        raise Refusal(104, message="An access token is required to request this resource.")
    numbers = platform.world.tokens.get(token)
    if numbers is None:
        raise Refusal(190, message="Invalid OAuth access token - Cannot parse access token")
    if all(number.token_expired for number in numbers):
        raise Refusal(0, message="Error validating access token: The session has expired.")
    return numbers


def find_node(platform: Platform, call: Call) -> tuple[str, Any]:
    """(kind, node). What the token may not see is not there."""
    world = platform.world
    for number in call.numbers:
        if number.id == call.node:
            return "number", number
        if number.waba_id == call.node:
            return "account", call.node
    if template := world.templates.get(call.node):
        if any(number.waba_id == template.waba_id for number in call.numbers):
            return "template", template
    elif (media := world.media.get(call.node)) and any(number.id in media.numbers for number in call.numbers):
        return "media", media
    raise unknown_object(call.method, call.node)
