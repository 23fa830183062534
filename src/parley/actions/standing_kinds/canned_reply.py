"""Replies that agents have at hand, each as if it were sent in an open window from a number in good order."""

from datetime import datetime
from uuid import UUID

from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import BotPlan, ClientFacts
from parley.storage import standing_things
from parley.storage.database import Connection

KIND = "canned reply"
A_WAY_OUT = ({"kind": "in_chat"},)


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Read as words that are ready to be said, which is what a bot's answers are too."""
    return [
        Standing(shortcut, f"/{shortcut}", BotPlan(client=client, now=now, answers=(text,), escalation_paths=A_WAY_OUT))
        for shortcut, text in await standing_things.canned_replies(db, tenant_id)
    ]
