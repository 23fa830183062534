"""What the bot answers, each answer by itself: one that fails takes no other with it."""

from datetime import datetime
from uuid import UUID

from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import BotPlan, ClientFacts
from parley.storage import standing_things
from parley.storage.database import Connection

KIND = "bot answer"
# Whether the bot has its own way out is asked of the bot, not of each answer.
A_WAY_OUT = ({"kind": "in_chat"},)


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Every intent's answer."""
    return [
        Standing(intent, title, BotPlan(client=client, now=now, answers=(text,), escalation_paths=A_WAY_OUT))
        for intent, title, text in await standing_things.answers(db, tenant_id)
    ]
