"""Write down that a person agreed to be written to, or asked to stop."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from parley.actions.stop_replies_to import stop_replies_to
from parley.core.errors import Invalid, NotFound, RefusedByPolicy
from parley.core.policy.gate import decide
from parley.core.policy.matters import ConsentGiven, OptInWording
from parley.storage import client_facts, consents, contacts, conversations, wordings
from parley.storage.database import Connection
from parley.storage.lists import newest_of_contact
from parley.storage.wordings import Wording

Action = Literal["opt_in", "opt_out"]


async def record_consent(
    db: Connection,
    tenant_id: UUID,
    contact_id: UUID,
    *,
    purpose: str,
    action: Action,
    method: str,
    account_id: UUID,
    now: datetime,
    wording: str = "",
    wording_version: str = "",
    language: str = "",
    given_at: datetime | None = None,
    evidence: dict[str, Any] | None = None,
) -> None:
    """Kept with who recorded it, and shown in the thread of the newest conversation.

    An opt-in without the right words (B5), or with nothing to show for it (B6), is refused; an opt-out never is.
    ``wording_version`` names words that were cleared before they were shown. Raises NotFound, Invalid and
    RefusedByPolicy.
    """
    contact = await contacts.get(db, tenant_id, contact_id)
    if contact is None:
        raise NotFound("contact")
    newest = await newest_of_contact(db, tenant_id, contact_id)
    proof = dict(evidence or {})
    if method == "agent" and newest is not None:
        proof.setdefault("conversation_id", str(newest))  # said in the thread, where it can be read
    if given_at is not None:
        proof["given_at"] = given_at.isoformat()
    shown = await _shown(db, tenant_id, wording_version) if wording_version else None
    said = ConsentGiven(
        client=await client_facts.of_tenant(db, tenant_id),
        now=now,
        action=action,
        purpose=purpose,
        method=method,
        wording=shown.text if shown else wording,
        wording_version=wording_version,
        language=language or (shown.language if shown else contact.language),
        recorded_by=f"agent:{account_id}",
        given_at=given_at,
        evidence=proof,
    )
    _must_hold(said)
    await _keep(db, tenant_id, contact_id, said)
    if action == "opt_out" and purpose == "all":
        await stop_replies_to(db, tenant_id, contact_id, "opted_out", now)
    if newest is not None:
        conversation = await conversations.get(db, tenant_id, newest)
        data = {"purpose": purpose, "method": method}
        await conversations.record_event(
            db, conversation, action, actor_kind="agent", actor_id=account_id, data=data, now=now
        )


async def _shown(db: Connection, tenant_id: UUID, key: str) -> Wording:
    """Words that were cleared; also those that were retired since, for people who agreed before. Raises Invalid."""
    wording = await wordings.by_key(db, tenant_id, key)
    if wording is None:
        raise Invalid("wording_version", "wording_version: there is no such wording; write name/language/version.")
    if wording.state not in ("cleared", "retired"):
        raise Invalid("wording_version", f"wording_version: this wording is {wording.state} and may not be used.")
    return wording


def _must_hold(said: ConsentGiven) -> None:
    if said.action == "opt_out":
        return
    decision = decide(said)
    if decision.lets_pass and not said.wording_version:
        # Words that nobody checked beforehand are checked now.
        decision = decide(OptInWording(said.client, said.now, said.wording, said.language, said.method, said.purpose))
    if not decision.lets_pass:
        raise RefusedByPolicy(replace(decision, facts=said.facts()))


async def _keep(db: Connection, tenant_id: UUID, contact_id: UUID, said: ConsentGiven) -> None:
    await consents.record(
        db,
        tenant_id,
        contact_id,
        purpose=said.purpose,
        action=said.action,
        method=said.method,
        wording=said.wording,
        wording_version=said.wording_version,
        language=said.language,
        evidence=said.evidence,
        recorded_by=said.recorded_by,
        at=said.now,
    )
