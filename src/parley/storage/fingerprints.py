"""The marks of what people wrote, and whose marks a message carries (D5)."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from parley.core.policy.fingerprints import Echo, Print, key_of
from parley.storage.database import Connection

# As long as a thread is looked at; marks of people who write again live on.
RETENTION = timedelta(days=180)
# What so many others wrote too is nobody's own.
COMMON = 3

KEEP = """
INSERT INTO fingerprint (tenant_id, contact_id, kind, print, expires_at)
SELECT %(tenant_id)s, %(contact_id)s, p.kind, p.print, %(expires_at)s
  FROM unnest(%(kinds)s::text[], %(prints)s::bigint[]) AS p (kind, print)
    ON CONFLICT (tenant_id, kind, print, contact_id) DO UPDATE SET expires_at = excluded.expires_at
 WHERE fingerprint.expires_at < excluded.expires_at - interval '7 days'
"""
# For each mark of each message: do a few others have it, and not the person themselves?
OTHERS = f"""
SELECT asked.place, asked.kind, asked.print
  FROM unnest(%(places)s::int[], %(contacts)s::uuid[], %(kinds)s::text[], %(prints)s::bigint[])
       AS asked (place, contact_id, kind, print)
 WHERE (SELECT count(*)
          FROM (SELECT 1
                  FROM fingerprint f
                 WHERE f.tenant_id = %(tenant_id)s AND f.kind = asked.kind AND f.print = asked.print
                   AND f.contact_id <> asked.contact_id AND f.expires_at > %(now)s
                 LIMIT {COMMON}) AS few) BETWEEN 1 AND {COMMON - 1}
   AND NOT EXISTS (SELECT 1
                     FROM fingerprint own
                    WHERE own.tenant_id = %(tenant_id)s AND own.kind = asked.kind AND own.print = asked.print
                      AND own.contact_id = asked.contact_id)
"""
# Whether somebody whose name the message has also told a detail that it has. What the person written to told as well is
# theirs.
DETAILS = """
SELECT DISTINCT asked.place
  FROM unnest(%(places)s::int[], %(contacts)s::uuid[], %(names)s::bigint[], %(details)s::bigint[])
       AS asked (place, contact_id, name, detail)
  JOIN fingerprint n ON n.tenant_id = %(tenant_id)s AND n.kind = 'name' AND n.print = asked.name
                    AND n.contact_id <> asked.contact_id AND n.expires_at > %(now)s
  JOIN fingerprint d ON d.tenant_id = n.tenant_id AND d.kind = 'identifier' AND d.print = asked.detail
                    AND d.contact_id = n.contact_id AND d.expires_at > %(now)s
 WHERE NOT EXISTS (SELECT 1
                     FROM fingerprint own
                    WHERE own.tenant_id = %(tenant_id)s AND own.kind = 'identifier' AND own.print = asked.detail
                      AND own.contact_id = asked.contact_id)
"""
# What the business says to everybody, and how it is reached: no secret, whoever has quoted it.
OWN_WORDS = """
SELECT display_name AS text FROM number WHERE tenant_id = %(tenant_id)s
UNION ALL SELECT text FROM canned_reply WHERE tenant_id = %(tenant_id)s
UNION ALL SELECT answer FROM intent WHERE tenant_id = %(tenant_id)s
UNION ALL SELECT components::text FROM template WHERE tenant_id = %(tenant_id)s
UNION ALL SELECT concat_ws(E'\n', profile ->> 'email', profile ->> 'telephone', profile ->> 'support_contact',
                           profile ->> 'websites', display_phone_number) FROM number WHERE tenant_id = %(tenant_id)s
"""
FORGET = """
DELETE FROM fingerprint
 WHERE (tenant_id, kind, print, contact_id) IN (
       SELECT tenant_id, kind, print, contact_id FROM fingerprint
        WHERE tenant_id = %s AND expires_at <= %s ORDER BY expires_at LIMIT 1000)
"""


def key(db: Connection, tenant_id: UUID) -> bytes:
    """What this tenant's marks are made with."""
    return key_of(db.secret, tenant_id)


async def keep(db: Connection, tenant_id: UUID, contact_id: UUID, prints: Collection[Print], now: datetime) -> None:
    """Remember the marks of what the person wrote."""
    if not prints:
        return
    ordered = sorted(prints, key=lambda each: (each.kind, each.value))  # one order for all, so that none wait crosswise
    values = {"kinds": [each.kind for each in ordered], "prints": [each.value for each in ordered]}
    values |= {"tenant_id": tenant_id, "contact_id": contact_id, "expires_at": now + RETENTION}
    await db.execute(KEEP, values)


async def echoes(
    db: Connection, tenant_id: UUID, asked: Sequence[tuple[UUID, Collection[Print]]], now: datetime
) -> list[frozenset[Print]]:
    """For each person and marks: the marks that one or two other people left, and this person did not."""
    flat = [(place, contact, each) for place, (contact, prints) in enumerate(asked) for each in prints]
    found: list[set[Print]] = [set() for _ in asked]
    if flat:
        values = {
            "tenant_id": tenant_id,
            "now": now,
            "places": [place for place, _, _ in flat],
            "contacts": [contact for _, contact, _ in flat],
            "kinds": [each.kind for _, _, each in flat],
            "prints": [each.value for _, _, each in flat],
        }
        for place, kind, value in await (await db.execute(OTHERS, values)).fetchall():
            found[place].add(Print(kind, value))
    return [frozenset(each) for each in found]


async def detailed(
    db: Connection, tenant_id: UUID, asked: Sequence[tuple[UUID, Collection[Print], Collection[Print]]], now: datetime
) -> list[bool]:
    """For each person, names of others and details: whether a detail is of somebody who has one of the names."""
    flat = [
        (place, contact, name.value, detail.value)
        for place, (contact, names, details) in enumerate(asked)
        for name in names
        for detail in details
    ]
    if not flat:
        return [False] * len(asked)
    places, people, names, details = map(list, zip(*flat, strict=True))
    values = {"tenant_id": tenant_id, "now": now, "places": places, "contacts": people}
    rows = await (await db.execute(DETAILS, values | {"names": names, "details": details})).fetchall()
    found = {place for (place,) in rows}
    return [place in found for place in range(len(asked))]


async def own_words(db: Connection, tenant_id: UUID) -> list[str]:
    """All that the business itself has written down to be said to anybody."""
    rows = await (await db.execute(OWN_WORDS, {"tenant_id": tenant_id})).fetchall()
    return [str(text) for (text,) in rows if text]


async def forget_expired(db: Connection, tenant_id: UUID, now: datetime) -> int:
    """Drop some marks whose time is over; how many."""
    return (await db.execute(FORGET, [tenant_id, now])).rowcount


def as_echoes(prints: Collection[Print], *, detail: bool) -> tuple[Echo, ...]:
    """What a rule is told of them: the kinds, and whether a name has a detail beside it."""
    return tuple(Echo(kind, detail) for kind in sorted({each.kind for each in prints}))
