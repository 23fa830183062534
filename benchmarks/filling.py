"""Fills the database quickly, past the application: as the owner, without triggers, in a few statements."""

import psycopg
from psycopg import AsyncClientCursor

from benchmarks.place import Place

QUICKLY = "SET session_replication_role = replica"
CONTACTS = """
INSERT INTO contact (tenant_id, contact_id, name, language, number_source, created_at)
SELECT %(tenant)s, md5(%(run)s || 'p' || n)::uuid, 'Customer ' || n, 'en', 'wrote_first', now()
  FROM generate_series(%(first)s, %(last)s) AS n
"""
IDENTITIES = """
INSERT INTO contact_identity (tenant_id, kind, value, contact_id, wa_id)
SELECT %(tenant)s, 'phone', %(prefix)s || lpad(n::text, 7, '0'), md5(%(run)s || 'p' || n)::uuid,
       %(prefix)s || lpad(n::text, 7, '0')
  FROM generate_series(%(first)s, %(last)s) AS n
"""
# However many there are: one person has 200, a hundred wait, half of the rest are with the bot and half are closed.
CONVERSATIONS = """
INSERT INTO conversation (tenant_id, conversation_id, number_id, contact_id, state, owner_kind, owner_id, language,
                          window_expires_at, queued_at, unread, last_message_at, last_message_text, created_at,
                          closed_at)
SELECT %(tenant)s, md5(%(run)s || 'c' || n)::uuid, %(number)s, md5(%(run)s || 'p' || n)::uuid, s.state,
       CASE s.state WHEN 'active' THEN 'person' WHEN 'queued' THEN 'queue' WHEN 'bot' THEN 'bot' ELSE 'nobody' END,
       CASE WHEN s.state = 'active' THEN %(mine)s::uuid END, 'en', now() + interval '20 hours',
       CASE WHEN s.state = 'queued' THEN now() - n * interval '1 second' END, (n %% 3),
       now() - (%(last)s - n) * interval '1 second', 'Why was I charged a fee?', now() - interval '30 days',
       CASE WHEN s.state = 'closed' THEN now() END
  FROM generate_series(%(first)s, %(last)s) AS n,
       LATERAL (SELECT CASE WHEN %(all_bot)s THEN 'bot' WHEN n <= 10000 AND n %% 50 = 0 THEN 'active'
                            WHEN n <= 10000 AND n %% 100 = 1 THEN 'queued' WHEN n %% 2 = 0 THEN 'bot'
                            ELSE 'closed' END AS state) AS s
"""
MESSAGES = """
INSERT INTO message (tenant_id, conversation_id, message_id, direction, author_kind, platform_id, type, content, status,
                     at)
SELECT %(tenant)s, md5(%(run)s || 'c' || n)::uuid, gen_random_uuid(), CASE WHEN m %% 2 = 1 THEN 'in' ELSE 'out' END,
       CASE WHEN m %% 2 = 1 THEN 'customer' ELSE 'bot' END, 'wamid.' || %(run)s || n || '.' || m, 'text',
       jsonb_build_object('type', 'text', 'body', 'Question or answer number ' || m || ' about the fee of order ' || n),
       CASE WHEN m %% 2 = 1 THEN 'received' ELSE 'read' END, now() - (%(each)s - m) * interval '1 minute'
  FROM generate_series(1, %(each)s) AS m, generate_series(%(first)s, %(last)s) AS n
"""


async def fill(
    place: Place,
    run: str,
    first: int,
    last: int,
    *,
    prefix: str,
    messages_each: int = 0,
    all_bot: bool = False,
    mine: object = None,
) -> None:
    """Conversations number ``first`` to ``last``, each with its customer and some messages."""
    values = {
        "tenant": place.tenant_id, "number": place.number_id, "run": run, "first": first, "last": last,
        "prefix": prefix, "each": messages_each, "all_bot": all_bot, "mine": mine,
    }  # fmt: skip
    async with await psycopg.AsyncConnection.connect(place.owner_url, cursor_factory=AsyncClientCursor) as db:
        await db.execute(QUICKLY)
        for statement in (CONTACTS, IDENTITIES, CONVERSATIONS):
            await db.execute(statement, values)
        if messages_each:
            await db.execute(MESSAGES, values)
        await db.commit()
        await db.set_autocommit(True)
        await db.execute("ANALYZE")
