"""The wish to bring an account from one solution to another."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Thing

SOON = 7 * 86_400


def the_solution(platform: Platform, call: Call, name: str) -> str:
    """The id of a solution that there is. Raises Refusal."""
    solution = platform.world.things.get(call.param(name))
    if solution is None or solution.kind != "solution":
        raise Refusal(100, f"Param {name} is not a solution.")
    return solution.id


def latest(platform: Platform, account: Account, kind: str, solution: str) -> Thing | None:
    """The last wish for that solution."""
    found = [each for each in platform.world.things_of(kind, account.id) if each.fields["solution"] == solution]
    return found[-1] if found else None


def keep(platform: Platform, account: Account, kind: str, known: Thing | None, **fields: Any) -> Thing:
    """A new wish, or the known one in another state."""
    now = platform.clock.iso()
    intent = known or Thing(id=ids.digits(16), kind=kind, owner=account.id, fields={"created_time": now})
    intent.fields = {**intent.fields, **fields, "updated_time": now}
    platform.world.save_thing(intent)
    return intent
