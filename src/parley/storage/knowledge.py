"""What a Client's ChatBot knows: its answers, its ways out, and the examples it is taught from."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from parley.core.chatbot import Answer
from parley.core.routing.opening import Opening
from parley.storage.database import Connection

BOT = """
SELECT b.greeting, b.escalation_paths, b.published_at IS NOT NULL, t.opening, t.timezone
  FROM bot b
  JOIN tenant t ON t.tenant_id = b.tenant_id
 WHERE b.tenant_id = %s
"""
# An answer that a new version of the policy has stopped is not given (F3).
ANSWERS = """
SELECT i.intent_id, i.title, i.answer, i.skill
  FROM intent i
  LEFT JOIN policy_stop s ON s.tenant_id = i.tenant_id AND s.kind = 'bot_answer' AND s.subject = i.intent_id
                         AND s.lifted_at IS NULL
 WHERE i.tenant_id = %s AND s.subject IS NULL
 ORDER BY i.intent_id
"""
EXAMPLES = "SELECT text, intent_id FROM intent_example WHERE tenant_id = %s ORDER BY example_id"


@dataclass(frozen=True)
class Taught:
    """The knowledge as kept. ``fingerprint`` changes with the examples: a model taught from others is not used."""

    published: bool
    greeting: str
    paths: tuple[dict[str, object], ...]
    answers: dict[str, Answer]
    examples: list[tuple[str, str]]
    fingerprint: str
    opening: Opening
    timezone: str


async def taught(db: Connection, tenant_id: UUID) -> Taught | None:
    """None where the Client has no bot."""
    row = await (await db.execute(BOT, [tenant_id])).fetchone()
    if row is None:
        return None
    greeting, paths, published, opening, timezone = row
    answers = {
        intent_id: Answer(title, text, skill)
        for intent_id, title, text, skill in await (await db.execute(ANSWERS, [tenant_id])).fetchall()
    }
    examples = [(text, intent) for text, intent in await (await db.execute(EXAMPLES, [tenant_id])).fetchall()]
    digest = hashlib.sha256(repr(examples).encode()).hexdigest()[:16]
    return Taught(published, greeting, tuple(paths), answers, examples, digest, opening, timezone)
