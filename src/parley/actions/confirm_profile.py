"""Confirm that a number's business profile is current (B2)."""

from datetime import datetime
from uuid import UUID

from parley.core.errors import Invalid
from parley.core.policy.rules.profile_has_support_contact import missing_from
from parley.storage import provider
from parley.storage.database import Connection, tell_live


async def confirm_profile(db: Connection, tenant_id: UUID, number_id: str, now: datetime) -> None:
    """What is missing can not be confirmed. Raises NotFound and Invalid."""
    number = next((each for each in await provider.numbers(db, tenant_id) if each.number_id == number_id), None)
    missing = missing_from(number.profile) if number else []
    if missing:
        raise Invalid("profile", f"The profile lacks {' and '.join(missing)}.")
    await provider.confirm_profile(db, tenant_id, number_id, now)
    await tell_live(db, tenant_id, "conversation")
