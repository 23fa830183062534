"""Stop the service for a Client, and take it up again. The reason goes on record in the Client's own decision log."""

from datetime import datetime
from uuid import UUID

from parley.core.errors import Invalid
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision, Finding, Verdict
from parley.storage import decisions, provider
from parley.storage.database import Database, tell_live
from parley.storage.decisions import Decided


async def suspend_client(
    database: Database, provider_id: UUID, tenant_id: UUID, reason: str, *, account_id: UUID, now: datetime
) -> None:
    """Its people can not log in or work until it is resumed. Raises NotFound and Invalid."""
    if not reason.strip():
        raise Invalid("reason", "reason: say why, it goes on record.")
    async with database.transaction(provider_id) as db:
        await provider.set_status(db, provider_id, tenant_id, "suspended")
    await put_on_record(database, tenant_id, "block", f"The Client was suspended: {reason.strip()}", account_id, now)


async def resume_client(
    database: Database, provider_id: UUID, tenant_id: UUID, *, account_id: UUID, now: datetime
) -> None:
    """Take the service up again. Raises NotFound."""
    async with database.transaction(provider_id) as db:
        await provider.set_status(db, provider_id, tenant_id, "active")
    await put_on_record(database, tenant_id, "allow", "The Client's suspension was ended.", account_id, now)


async def put_on_record(
    database: Database, tenant_id: UUID, verdict: Verdict, sentence: str, account_id: UUID, now: datetime
) -> None:
    """In the Client's own log, which names no account of another tenant: only that it was the provider's."""
    facts = {"by_provider_account": str(account_id)}
    finding = Finding("client_suspension", "A2", verdict, sentence, facts=facts)
    decision = Decision(verdict, (finding,), ("client_suspension",), RULEBOOK_VERSION, now, facts)
    async with database.transaction(tenant_id) as db:
        await tell_live(db, tenant_id, "decision")
        await decisions.record(db, tenant_id, [Decided(decision, "onboarding", "system")])
