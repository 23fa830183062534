"""People have compared a Client with the list that it may stand on."""

from datetime import datetime
from uuid import UUID

from parley.actions.add_watch_list import screen_client
from parley.core.policy.cases import Case, Outcome
from parley.storage import under_review
from parley.storage.database import Connection, tell_live

UPHELD = "on_watch_list"


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Somebody else: it may send again, and is not asked about for this entry any more. Else it stays silent.

    Lists that came while people looked are compared with now: what they say is a question of its own.
    """
    client_id = UUID(case.subject)
    if outcome == "released":
        cleared = [str(hit["key"]) for hit in case.facts.get("watch_hits", [])]
        await under_review.set_review(db, case.tenant_id, client_id, "", cleared)
        client = await under_review.one(db, case.tenant_id, client_id)
        if client is not None:
            await screen_client(db, case.tenant_id, client, now)
    else:
        await under_review.set_review(db, case.tenant_id, client_id, UPHELD, [])
    await tell_live(db, client_id, "conversation")
