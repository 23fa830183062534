"""End the service for a Client for good, and remember by what it would be known again (F4)."""

from datetime import datetime
from uuid import UUID

from parley.actions.ask_about_application import identities
from parley.actions.suspend_client import put_on_record
from parley.core.errors import Invalid
from parley.core.policy.identity import Identity, identities_of
from parley.storage import applications, barring, provider, under_review
from parley.storage.database import Connection, Database


async def terminate_client(
    database: Database, provider_id: UUID, tenant_id: UUID, reason: str, *, account_id: UUID, now: datetime
) -> int:
    """How many things it is barred by. Raises NotFound and Invalid."""
    if not reason.strip():
        raise Invalid("reason", "reason: say why, it goes on record.")
    async with database.transaction(tenant_id) as db:
        own = await _of_numbers(db, tenant_id)
    async with database.transaction(provider_id) as db:
        client = await provider.client(db, provider_id, tenant_id)
        application = await applications.of_client(db, provider_id, tenant_id)
        known = own | identities_of(legal_names=[client.legal_name, client.name], websites=[client.privacy_url])
        known |= identities(application) if application else frozenset()
        await provider.set_status(db, provider_id, tenant_id, "terminated")
        await barring.bar(db, provider_id, known, tenant_id, reason.strip(), now)
    await put_on_record(database, tenant_id, "block", f"The Client was terminated: {reason.strip()}", account_id, now)
    return len(known)


async def _of_numbers(db: Connection, tenant_id: UUID) -> frozenset[Identity]:
    numbers = await under_review.numbers(db, tenant_id)
    profiles = [each["profile"] for each in numbers]
    return identities_of(
        telephones=[
            *(str(each["display_phone_number"]) for each in numbers),
            *(str(profile.get("telephone", "")) for profile in profiles),
        ],
        websites=[str(site) for profile in profiles for site in profile.get("websites") or []],
        emails=[str(profile.get("email", "")) for profile in profiles],
    )
