"""Words with which people are asked to opt in, as far as they may be shown."""

from datetime import datetime
from uuid import UUID

from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import ClientFacts, OptInWording
from parley.storage import wordings
from parley.storage.database import Connection
from parley.storage.wordings import Wording

KIND = "opt-in wording"


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Every version that was cleared. What a consent was given on stays as it was, and is judged with each message."""
    return [
        Standing(
            each.key,
            f"{each.name}, version {each.version} ({each.language})",
            OptInWording(client, now, each.text, each.language, each.method, each.purpose, _released(each)),
        )
        for each in await wordings.all_of(db, tenant_id)
        if each.state == "cleared"
    ]


def _released(wording: Wording) -> frozenset[str]:
    """One that was held and is cleared nevertheless was let pass by people."""
    return frozenset(str(each["rule"]) for each in wording.findings if each["verdict"] == "hold")
