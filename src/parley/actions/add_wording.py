"""Keep a new version of the words with which people are asked to opt in. It is shown to nobody before it is cleared."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import msgspec

from parley.actions.open_case import About, hold
from parley.core.errors import Invalid, NotFound
from parley.core.policy.gate import decide
from parley.core.policy.matters import OptInWording
from parley.storage import client_facts, decisions, wordings
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.wordings import Wording

STATES = {"hold": "held", "block": "refused"}


async def add_wording(
    db: Connection,
    tenant_id: UUID,
    *,
    name: str,
    language: str,
    text: str,
    method: str,
    purpose: str,
    account_id: UUID,
    now: datetime,
) -> Wording:
    """The version with the gate's word on it. One that is refused is kept too: it shows that it was tried."""
    facts = await client_facts.of_tenant(db, tenant_id)
    decision = decide(OptInWording(facts, now, text, language, method, purpose))
    wording = Wording(
        name=name,
        language=language,
        version=await wordings.next_version(db, tenant_id, name, language),
        text=text,
        method=method,
        purpose=purpose,
        state=STATES.get(decision.verdict, "cleared"),
        findings=msgspec.to_builtins(decision.findings),
        rulebook_version=decision.rulebook_version,
        created_by=account_id,
        created_at=now,
    )
    await wordings.insert(db, tenant_id, wording)
    decision = replace(decision, facts=decision.facts | {"wording": wording.key})
    if wording.state == "held":
        about = About("wording", wording.key, author_kind="agent", author_id=account_id)
        _, decision = await hold(db, tenant_id, about, decision, now=now)
    await tell_live(db, tenant_id, "decision")
    await decisions.record(db, tenant_id, [Decided(decision, "opt-in", "agent", account_id)])
    return wording


async def retire_wording(db: Connection, tenant_id: UUID, key: str) -> Wording:
    """Nobody is asked with it any more; consents that name it stay good. Raises NotFound and Invalid."""
    wording = await wordings.by_key(db, tenant_id, key)
    if wording is None:
        raise NotFound("wording")
    if wording.state != "cleared":
        raise Invalid("state", f"state: a wording that is {wording.state} is shown to nobody anyway.")
    await wordings.set_state(db, tenant_id, wording, "retired")
    return replace(wording, state="retired")
