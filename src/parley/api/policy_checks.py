"""Ask the gate without doing anything: for supervisors, administrators and the provider."""

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


@router.post("")
async def create(body: dict[str, Any], caller: AnyCaller, db: Transaction, clock: TheClock) -> DecisionOut:
    """What the gate would say of a matter, given as ``{"matter": "catalogue item", "title": "…"}``; nothing is kept.

    Without ``matter`` it is a message: ``{"text": "…"}``. A field that the gate does not ask for is an error.
    """
    if caller.account.role not in MAY_ASK:
        raise Forbidden("Only a supervisor, an administrator or the provider may ask.")
    if strange := sorted(unknown_fields(body)):
        raise Invalid(strange[0], f"{strange[0]}: the gate does not ask for this.")
    try:
        return DecisionOut.of(
            decide(matter_from(body, clock.now(), await client_facts.of_tenant(db, caller.tenant_id)))
        )
    except NotAMatter as error:
        raise Invalid(error.field, str(error)) from None
