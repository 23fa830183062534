"""The bot as a whole: its greeting and its ways out."""

from datetime import datetime
from uuid import UUID

from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import BotPlan, ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import standing_things
from parley.storage.database import Connection

KIND = "bot"


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """The one that is published, or was until a look stopped it."""
    bot = await standing_things.bot(db, tenant_id)
    if bot is None:
        return []
    greeting, paths = bot
    answers = (greeting,) if greeting else ()
    return [
        Standing("bot", "The ChatBot", BotPlan(client=client, now=now, answers=answers, escalation_paths=tuple(paths)))
    ]


async def stop(db: Connection, tenant_id: UUID, failed: Standing, decision: Decision) -> None:
    """It is published no more; who writes reaches people."""
    await standing_things.unpublish(db, tenant_id)


async def lift(db: Connection, tenant_id: UUID, mended: Standing, decision: Decision) -> None:
    """It answers again."""
    await standing_things.publish(db, tenant_id, decision.at)
