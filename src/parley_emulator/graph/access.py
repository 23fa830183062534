"""Who calls, and what they may see."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.history_view import message_of
from parley_emulator.graph.number_view import bot_id, profile_id
from parley_emulator.graph.refusal import Refusal, unknown_object
from parley_emulator.graph.tokens import user_of
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing
from parley_emulator.state.world import World


def numbers_of(platform: Platform, token: str) -> list[Number]:
    """The numbers that the token opens. Raises Refusal for no token, an unknown or an expired one."""
    if not token:
        raise Refusal(104, message="An access token is required to request this resource.")
    if "|" in token and is_app_token(platform, token):
        return list(platform.world.numbers.values())
    numbers = platform.world.tokens.get(token)
    if numbers is None:
        raise Refusal(190, message="Invalid OAuth access token - Cannot parse access token")
    if all(number.token_expired for number in numbers):
        raise Refusal(0, message="Error validating access token: The session has expired.")
    return numbers


def is_app_token(platform: Platform, token: str) -> bool:
    """``APP_ID|SECRET``: the application itself calls."""
    secret = platform.outgoing.target.app_secret
    return bool(secret) and token == f"{APP_ID}|{secret}"


def find_node(platform: Platform, call: Call) -> tuple[str, Any]:
    """(kind, node). What the token may not see is not there."""
    world, node = platform.world, call.node
    if (number := world.numbers.get(node)) and (number.access_token == call.token or number in call.numbers):
        return "number", number
    accounts = {number.waba_id for number in call.numbers}
    if node[:1] == "8" and (found := _facet(call, node)):
        return found
    if node in accounts:
        return "account", world.accounts[node]
    if node == APP_ID:
        return "app", node
    if node in {world.accounts[each].business_id for each in accounts}:
        return "business", node
    if node == user_of(call.token) or any(node in world.accounts[each].fields.get("users", ()) for each in accounts):
        return "user", node
    if (template := world.templates.get(node)) and template.waba_id in accounts:
        return "template", template
    if (media := world.media.get(node)) and any(number.id in media.numbers for number in call.numbers):
        return "media", media
    if (message := message_of(world, node)) and any(number.id == message.number_id for number in call.numbers):
        return "history", message
    if (thing := world.things.get(node)) and _may_see(world, call, thing):
        return thing.kind, thing
    raise unknown_object(call.method, node)


def _facet(call: Call, node: str) -> tuple[str, Any] | None:
    """A part of a number that is a node of its own."""
    facets = {bot_id: "bot", profile_id: "profile"}
    found = ((kind, number) for number in call.numbers for make, kind in facets.items() if make(number) == node)
    return next(found, None)


def _may_see(world: World, call: Call, thing: Thing) -> bool:
    """A thing belongs to a number, an account, a portfolio or the application, or to another such thing."""
    owner = thing.owner
    while owner in world.things:
        owner = world.things[owner].owner
    accounts = {number.waba_id for number in call.numbers}
    portfolios = {world.accounts[each].business_id for each in accounts}
    return owner == APP_ID or owner in accounts | portfolios or any(owner == number.id for number in call.numbers)
