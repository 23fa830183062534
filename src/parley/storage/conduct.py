"""What was written to people, and by authors, lately (B8, D3, F2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from parley.core.messages import Content, content_from, texts_once, to_builtins
from parley.core.policy.conduct import Conduct
from parley.core.policy.identifiers.split import MOST, TOGETHER
from parley.storage.database import Connection

# The newest forty messages of each of the person's conversations are looked at: what is older was answered long ago.
LATELY = """
SELECT asked.place,
       count(*) FILTER (WHERE m.direction = 'out' AND m.type = 'template' AND m.content ->> 'category' = 'marketing'
                          AND m.at > %(now)s - interval '7 days') AS marketing_week,
       count(*) FILTER (WHERE m.direction = 'out' AND m.type = 'template'
                          AND m.at > %(now)s - interval '1 day') AS started_day,
       count(*) FILTER (WHERE m.direction = 'out' AND m.position > coalesce(theirs.last, 0)) AS unanswered,
       coalesce(bool_or(m.direction = 'out' AND m.position > coalesce(theirs.last, 0)
                        AND m.content = asked.content AND m.at > %(now)s - interval '1 day'), false) AS says_it_again,
       array_agg(m.content ORDER BY m.at, m.position)
         FILTER (WHERE m.direction = 'out' AND m.type <> 'reaction' AND m.at > %(now)s - %(together)s) AS said
  FROM unnest(%(places)s::int[], %(conversations)s::uuid[], %(messages)s::uuid[], %(contents)s::jsonb[])
       AS asked (place, conversation_id, message_id, content)
  JOIN conversation c ON c.tenant_id = %(tenant_id)s AND c.conversation_id = asked.conversation_id
  JOIN conversation o ON o.tenant_id = c.tenant_id AND o.contact_id = c.contact_id AND o.number_id = c.number_id
 CROSS JOIN LATERAL (
       SELECT direction, type, content, at, position, status
         FROM message
        WHERE tenant_id = o.tenant_id AND conversation_id = o.conversation_id AND direction <> 'note'
        ORDER BY position DESC LIMIT 40) AS m
 CROSS JOIN LATERAL (
       SELECT max(t.position) AS last
         FROM (SELECT position, direction FROM message
                WHERE tenant_id = o.tenant_id AND conversation_id = o.conversation_id
                ORDER BY position DESC LIMIT 40) AS t
        WHERE t.direction = 'in') AS theirs
 WHERE m.position < coalesce((SELECT own.position FROM message own
                               WHERE own.tenant_id = %(tenant_id)s AND own.message_id = asked.message_id),
                             9223372036854775807)
   AND m.status NOT IN ('refused', 'failed')
 GROUP BY asked.place
"""
OF_AUTHORS = """
SELECT author_id, count(*)
  FROM message
 WHERE tenant_id = %s AND author_id = ANY(%s) AND direction = 'out' AND type = 'template'
   AND at > %s - interval '1 hour'
 GROUP BY author_id
"""
NOBODY = UUID(int=0)


async def lately(
    db: Connection,
    tenant_id: UUID,
    asked: Sequence[tuple[UUID, UUID | None, UUID | None, Content]],
    now: datetime,
) -> list[tuple[Conduct, tuple[str, ...]]]:
    """For each (conversation, message, author, content) that is about to be said: what was said before it.

    Its conduct, and the words of our messages that may be parts of one number or question with it, newest last.
    """
    values = {
        "tenant_id": tenant_id,
        "now": now,
        "together": TOGETHER,
        "places": list(range(len(asked))),
        "conversations": [conversation for conversation, _, _, _ in asked],
        "messages": [message or NOBODY for _, message, _, _ in asked],
        "contents": [Jsonb(to_builtins(content)) for _, _, _, content in asked],
    }
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(LATELY, values)
        rows = {row.pop("place"): row for row in await cursor.fetchall()}
    authors = await _of_authors(db, tenant_id, [author for _, _, author, _ in asked if author], now)
    said = [tuple(map(_words, (rows.get(place, {}).pop("said", None) or ())[-MOST:])) for place in range(len(asked))]
    conducts = [_conduct(rows.get(place, {}), authors, each[2]) for place, each in enumerate(asked)]
    return list(zip(conducts, said, strict=True))


async def _of_authors(db: Connection, tenant_id: UUID, authors: list[UUID], now: datetime) -> dict[UUID, int]:
    if not authors:
        return {}
    return dict(await (await db.execute(OF_AUTHORS, [tenant_id, authors, now])).fetchall())


def _words(content: Any) -> str:
    return "\n".join(texts_once(content_from(content)))


def _conduct(row: dict[str, Any], authors: dict[UUID, int], author: UUID | None) -> Conduct:
    return Conduct(**row, author_hour=authors.get(author, 0) if author else 0)
