"""A solution of several partners as the Graph API shows it."""

from typing import Any

from parley_emulator.graph.app_view import app_view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.webhooks.telling import tell

ENDING, PORTFOLIO = "PENDING_DEACTIVATION", "portfolio_id"
FIELDS = ("id", "name", "status", "status_for_pending_request")
SOLUTION = Shape(
    "WhatsAppBusinessSolution", FIELDS, ("owner_app", "owner_permissions", "partner_app_id", "partner_permissions")
)


def view(platform: Platform, solution: Thing) -> dict[str, Any]:
    """All fields there are."""
    app = app_view(platform)
    own = {name: each for name, each in solution.fields.items() if name != PORTFOLIO}
    return {"id": solution.id, "owner_app": {"id": app["id"], "name": app["name"]}, **own}


def shown(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(platform, solution), FIELDS)


async def move(platform: Platform, solution: Thing, needed: str, status: str, pending: str) -> None:
    """From one state to the next. Raises Refusal when it is not in the state that is needed."""
    if solution.fields["status_for_pending_request"] != needed:
        raise Refusal(100, "The solution has no such request that could be answered.")
    solution.fields = {**solution.fields, "status": status, "status_for_pending_request": pending}
    platform.world.save_thing(solution)
    tell_solution(platform, solution, "SOLUTION_UPDATED")
    await platform.store.committed()


def tell_solution(platform: Platform, solution: Thing, event: str) -> None:
    """The portfolio that offers it hears how it stands (reference 5.3)."""
    own = solution.fields
    status = ENDING if own["status_for_pending_request"] == ENDING else own["status"]
    told = {"event": event, "solution_id": solution.id, "solution_status": status}
    now = int(platform.clock.now())
    tell(platform, f"solution:{solution.id}", own.get(PORTFOLIO, ""), "partner_solutions", told, at=now)
