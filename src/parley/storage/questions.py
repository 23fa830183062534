"""What people asked lately, as far as the gate has to know before an offer goes out to them (B7, B8)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from parley.core.policy.offers import asks_for_offers
from parley.storage.database import Connection

LATELY = timedelta(hours=24)
# The newest twenty messages of each of the person's conversations on the number: what they typed or tapped.
ASKED = """
SELECT asked.conversation_id, m.at, m.content ->> 'body', m.content ->> 'title', m.content ->> 'caption'
  FROM conversation asked
  JOIN conversation o ON o.tenant_id = asked.tenant_id AND o.contact_id = asked.contact_id
                     AND o.number_id = asked.number_id
 CROSS JOIN LATERAL (
       SELECT at, content
         FROM message
        WHERE tenant_id = o.tenant_id AND conversation_id = o.conversation_id AND direction = 'in'
        ORDER BY position DESC LIMIT 20) AS m
 WHERE asked.tenant_id = %s AND asked.conversation_id = ANY(%s) AND m.at > %s
 ORDER BY m.at
"""


async def offers_asked_at(
    db: Connection, tenant_id: UUID, conversation_ids: Sequence[UUID], now: datetime
) -> dict[UUID, datetime]:
    """When the person of each conversation last asked for offers or prices within a day; who did not is left out."""
    if not conversation_ids:
        return {}
    rows = await (await db.execute(ASKED, [tenant_id, list(conversation_ids), now - LATELY])).fetchall()
    return {
        conversation_id: at
        for conversation_id, at, *said in rows
        if asks_for_offers(" ".join(each for each in said if each))
    }
