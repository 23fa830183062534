"""What waits on our own side: a number that is held, files that the store has not taken."""

from uuid import UUID

from parley.storage.database import Connection
from parley.whatsapp.errors import meaning_of
from parley.workers.connecting.findings import Finding

HELD = "SELECT held_code, held_until FROM number WHERE tenant_id = %s AND number_id = %s AND held_times > 0"
WAITING = """
SELECT count(*), min(reason) FROM media
 WHERE tenant_id = %s AND content IS NOT NULL AND state = 'stored' AND attempts > 0
"""


async def nothing_holds_it(db: Connection, client: UUID, number_id: str) -> Finding:
    """After a refusal that stops a number, its queue waits and one message is tried now and then."""
    row = await (await db.execute(HELD, [client, number_id])).fetchone()
    if row is None:
        return Finding("sending", "OK", "Nothing holds its queue.", about=number_id)
    said = meaning_of(row[0]).sentence
    mend = "Mend that; the lines above may say how. Then it goes on by itself."
    return Finding("sending", "FAIL", f"Held until {row[1]:%H:%M %Z}, code {row[0]}: {said}", mend, number_id)


async def files_are_in_the_store(db: Connection, client: UUID) -> list[Finding]:
    """Only said where some wait."""
    row = await (await db.execute(WAITING, [client])).fetchone()
    if row is None or not row[0]:
        return []
    mend = "Check PARLEY_FILES_URL, PARLEY_FILES_ENDPOINT and the AWS_ variables; until then they are in the database."
    return [Finding("files", "WARN", f"{row[0]} wait: {row[1]}.", mend)]
