"""What a person does about a group beside writing in it: look where a link leads, follow it, take it back, leave."""

from typing import Any

from starlette.requests import Request

from parley_emulator.control.asked import NotFound, the_customer
from parley_emulator.groups.members import join, leave, withdraw
from parley_emulator.groups.phones import group_in
from parley_emulator.phone.body import body_of
from parley_emulator.phone.group_view import group_facts
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Thing
from parley_emulator.state.world import World


async def invitation(platform: Platform, request: Request) -> dict[str, Any]:
    """Where ``link`` leads: the group, and whether the person is in it."""
    group, customer = _led_to(platform, request, request.query_params.get("link", ""))
    return group_facts(platform, group, customer.wa_id)


async def accept(platform: Platform, request: Request) -> dict[str, Any]:
    """``{link}`` is followed: in at once, or it is asked."""
    group, customer = _led_to(platform, request, str((await body_of(request)).get("link") or ""))
    join(platform, group, customer)
    await platform.store.committed()
    return group_facts(platform, group, customer.wa_id)


async def take_back(platform: Platform, request: Request) -> dict[str, Any]:
    """Does not ask any more to come in by ``link``."""
    group, customer = _led_to(platform, request, request.query_params.get("link", ""))
    withdraw(platform, group, customer)
    await platform.store.committed()
    return group_facts(platform, group, customer.wa_id)


async def leave_group(platform: Platform, request: Request) -> dict[str, Any]:
    """The group stays on the phone, to be read."""
    group = group_in(platform.world, request.path_params["number_id"])
    if group is None:
        raise NotFound("This group is no longer there.")
    leave(platform, group, the_customer(platform, request.path_params["wa_id"]))
    await platform.store.committed()
    return {"ok": True}


def _led_to(platform: Platform, request: Request, link: str) -> tuple[Thing, Customer]:
    customer = the_customer(platform, request.path_params["wa_id"])
    group = _behind(platform.world, link)
    if group is None:
        raise NotFound("This invitation link leads nowhere. Ask for a new one.")
    return group, customer


def _behind(world: World, link: str) -> Thing | None:
    """The whole address, or its last part only."""
    code = link.strip().rstrip("/").rsplit("/", 1)[-1].partition("?")[0]
    groups = (each for each in world.things.values() if each.kind == "group")
    return next((each for each in groups if code and each.fields["invite_link"].endswith(f"/{code}")), None)
