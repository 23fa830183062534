"""The number's row: its token sealed, its name and its rate as the platform tells them."""

from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from parley.core.policy.limits import daily_limit
from parley.storage.database import Connection
from parley.storage.secrets import Vault
from parley.whatsapp.client import NumberAccess
from parley.whatsapp.graph.answers import PhoneNumber, Profile

# Messages a second, sent and received: after the upgrade, at first, and beside the phone app (cloud API, throughput).
FAST, USUAL, SHARED = 1000, 80, 20
# The profile is kept as it is known here: people confirm it at the desk.
SAVE = """
INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token, profile,
                    rate_per_second, created_at, quality, daily_limit)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (tenant_id, number_id) DO UPDATE
   SET account_id = excluded.account_id, display_phone_number = excluded.display_phone_number,
       display_name = excluded.display_name, access_token = excluded.access_token,
       rate_per_second = excluded.rate_per_second, quality = excluded.quality, daily_limit = excluded.daily_limit,
       held_code = NULL, held_times = 0, held_until = NULL, profile = excluded.profile || number.profile
"""


async def keep_number(
    db: Connection,
    client: UUID,
    vault: Vault,
    access: NumberAccess,
    number: PhoneNumber,
    profile: Profile,
    now: datetime,
) -> None:
    """New, or with its new token."""
    shown = {"email": profile.email, "websites": list(profile.websites), "about": profile.about}
    values = [client, access.number_id, access.account_id, number.display_phone_number, number.verified_name]
    values += [vault.seal(access.access_token), Jsonb({name: value for name, value in shown.items() if value})]
    stands = [number.quality_rating or "UNKNOWN", daily_limit(number.limit)]
    await db.execute(SAVE, [*values, _rate(number), now, *stands])


def _rate(number: PhoneNumber) -> int:
    if number.is_on_biz_app:
        return SHARED
    return FAST if number.throughput and number.throughput.level == "HIGH" else USUAL
