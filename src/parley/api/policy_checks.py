"""Ask the gate without doing anything: for supervisors, administrators and the provider."""

import asyncio
from typing import Any

from fastapi import APIRouter

from parley.api.identity import AnyCaller, TheClock, Transaction
from parley.api.models.decision import DecisionOut
from parley.core.errors import Forbidden, Invalid
from parley.core.policy.asking import NotAMatter, matter_from, unknown_fields
from parley.core.policy.gate import decide
from parley.storage import client_facts

router = APIRouter(prefix="/policy/check", tags=["policy"])
MAY_ASK = frozenset({"supervisor", "admin", "provider"})
# Answers, names, conditions: each costs the screens some milliseconds, and the others want to be served meanwhile.
MOST = 200


@router.post("")
async def create(body: dict[str, Any], caller: AnyCaller, db: Transaction, clock: TheClock) -> DecisionOut:
    """What the gate would say of a matter, given as ``{"matter": "catalogue item", "title": "…"}``; nothing is kept.

    Without ``matter`` it is a message: ``{"text": "…"}``. A field that the gate does not ask for is an error.
    """
    if caller.account.role not in MAY_ASK:
        raise Forbidden("Only a supervisor, an administrator or the provider may ask.")
    if strange := sorted(unknown_fields(body)):
        raise Invalid(strange[0], f"{strange[0]}: the gate does not ask for this.")
    for field, value in body.items():
        if isinstance(value, list) and len(value) > MOST:
            raise Invalid(field, f"{field}: at most {MOST} are asked about at once.")
    try:
        matter = matter_from(body, clock.now(), await client_facts.of_tenant(db, caller.tenant_id))
    except NotAMatter as error:
        raise Invalid(error.field, str(error)) from None
    return DecisionOut.of(await asyncio.to_thread(decide, matter))
