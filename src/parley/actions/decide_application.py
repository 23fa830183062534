"""The provider takes a business on, or does not. What the gate refuses or holds nobody can take on."""

import re
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from parley.actions.ask_about_application import ask_about
from parley.core.errors import Invalid, RefusedByPolicy
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.sanctions.naming import romanised
from parley.core.policy.verdicts import Decision, Finding
from parley.storage import applications, decisions
from parley.storage.applications import Application
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided

OPEN = ("cleared", "held", "refused")


async def approve_application(
    db: Connection, provider_id: UUID, application_id: UUID, *, account_id: UUID, now: datetime
) -> Application:
    """The business becomes a Client. The gate is asked once more. Raises NotFound, Invalid and RefusedByPolicy."""
    application = await _open(db, provider_id, application_id)
    asked, decision = await ask_about(db, provider_id, application, now)
    if asked.state != "cleared":
        raise RefusedByPolicy(decision)
    client_id = uuid4()
    await applications.make_client(db, provider_id, asked, client_id, _slug(asked.name, client_id), now)
    approved = replace(asked, state="approved", client_id=client_id, decided_by=account_id, decided_at=now)
    await applications.save(db, provider_id, approved)
    facts = {"client_id": str(client_id)}
    await _record(db, provider_id, replace(decision, facts=decision.facts | facts), account_id)
    return approved


async def reject_application(
    db: Connection, provider_id: UUID, application_id: UUID, note: str, *, account_id: UUID, now: datetime
) -> Application:
    """The business is not taken on. Raises NotFound and Invalid."""
    if not note.strip():
        raise Invalid("note", "note: say why, it goes on record.")
    application = await _open(db, provider_id, application_id)
    rejected = replace(application, state="rejected", note=note.strip(), decided_by=account_id, decided_at=now)
    await applications.save(db, provider_id, rejected)
    finding = Finding("application_rejected", "A2", "block", "The provider did not take this business on.")
    facts = {"application_id": str(application_id)}
    decision = Decision("block", (finding,), ("application_rejected",), RULEBOOK_VERSION, now, facts)
    await _record(db, provider_id, decision, account_id)
    return rejected


async def _open(db: Connection, provider_id: UUID, application_id: UUID) -> Application:
    application = await applications.lock(db, provider_id, application_id)
    if application.state not in OPEN:
        raise Invalid("state", f"state: this application is {application.state} already.")
    return application


async def _record(db: Connection, provider_id: UUID, decision: Decision, account_id: UUID) -> None:
    await tell_live(db, provider_id, "decision")
    await decisions.record(db, provider_id, [Decided(decision, "onboarding", "agent", account_id)])


def _slug(name: str, client_id: UUID) -> str:
    """Readable, and nobody else's."""
    readable = re.sub(r"[^a-z0-9]+", "-", romanised(name)).strip("-")[:40]
    return f"{readable or 'client'}-{client_id.hex[:6]}"
