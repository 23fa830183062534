"""A new solution that the application offers together with a partner's."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.solution_view import PORTFOLIO, tell_solution
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Thing

NODE = "app"
EDGE = "whatsapp_business_solution"


async def post(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """It waits for the partner to accept."""
    partner = call.param("partner_app_id")
    if not partner.isdigit():
        raise Refusal(100, "Param partner_app_id must be the id of an application.")
    name = text_in(call.body, "solution_name", "", 75)
    if len(name) < 2:
        raise Refusal(100, "Param solution_name must have at least 2 characters.")
    fields = {
        "name": name,
        "status": "INITIATED",
        "status_for_pending_request": "PENDING_ACTIVATION",
        "owner_permissions": _permissions(call, "owner_permissions"),
        "partner_permissions": _permissions(call, "partner_permissions"),
        "partner_app_id": partner,
        PORTFOLIO: platform.world.accounts[call.numbers[0].waba_id].business_id,
    }
    if not fields["owner_permissions"] and not fields["partner_permissions"]:
        raise Refusal(100, "One of the two applications must have the permission MESSAGING.")
    solution = Thing(id=ids.digits(16), kind="solution", owner=APP_ID, fields=fields)
    platform.world.save_thing(solution)
    tell_solution(platform, solution, "SOLUTION_CREATED")
    await platform.store.committed()
    return {"solution_id": solution.id}


def _permissions(call: Call, name: str) -> list[str]:
    given = call.value(name)
    if not isinstance(given, list) or not {"MESSAGING"}.issuperset(str(each).upper() for each in given):
        raise Refusal(100, f"Param {name} must be an array that holds MESSAGING or nothing.")
    return [str(each).upper() for each in given]
