"""How much marketing a person gets from all businesses together."""

from typing import Any

from parley_emulator.control.asked import Asked
from parley_emulator.customers.write import NotPossible
from parley_emulator.enforcement.caps import KIND, Plan, is_in_experiment, limit_of
from parley_emulator.platform import Platform


async def show(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The plan; with ``wa_id`` also how it is with that person."""
    plan, wa_id = platform.caps.plan, asked.query.get("wa_id", "")
    if plan is None or not wa_id:
        return {"plan": plan}
    got = platform.caps.in_day(wa_id, platform.clock.now())
    limit = limit_of(plan, wa_id)
    return {"plan": plan, "limit": limit, "in_24_hours": got, "in_experiment": is_in_experiment(plan, wa_id)}


async def save(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{seed, most?, experiment?, united_states?}``; ``{}`` takes all limits away."""
    plan = asked.typed(Plan) if asked.body() else None
    if plan and (plan.most < 1 or not 0 <= plan.experiment <= 1):
        raise NotPossible("most must be 1 or more, experiment a share from 0 to 1.")
    platform.caps.plan = plan
    platform.store.set_record(KIND, "plan", plan)
    await platform.store.committed()
    return {"plan": plan}


ROUTES = [("GET", "/marketing-caps", show), ("POST", "/marketing-caps", save)]
