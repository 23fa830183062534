"""Which later texts of the policy a Client has chosen, where they loosen (F3): by whom, approved by whom, from when."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from psycopg.rows import class_row

from parley.core.errors import NotFound
from parley.storage.database import Connection

IN_FORCE = """
SELECT version
  FROM policy_choice
 WHERE tenant_id = %s AND approved_at IS NOT NULL AND withdrawn_at IS NULL AND effective_from <= %s
 ORDER BY version
"""
LIST = """
SELECT choice_id, version, reason, chosen_by, chosen_at, effective_from, approved_by, approved_at, withdrawn_at
  FROM policy_choice
 WHERE tenant_id = %s
 ORDER BY chosen_at DESC, choice_id
 LIMIT 500
"""
CHOOSE = """
INSERT INTO policy_choice (tenant_id, choice_id, version, reason, chosen_by, chosen_at, effective_from)
VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING
"""
APPROVE = """
UPDATE policy_choice SET approved_by = %s, approved_at = %s
 WHERE tenant_id = %s AND choice_id = %s AND approved_at IS NULL AND withdrawn_at IS NULL AND chosen_by <> %s
"""
WITHDRAW = """
UPDATE policy_choice SET withdrawn_by = %s, withdrawn_at = %s
 WHERE tenant_id = %s AND choice_id = %s AND withdrawn_at IS NULL
"""


@dataclass(frozen=True)
class Choice:
    """One choice, as it stands."""

    choice_id: UUID
    version: str
    reason: str
    chosen_by: UUID
    chosen_at: datetime
    effective_from: date
    approved_by: UUID | None
    approved_at: datetime | None
    withdrawn_at: datetime | None

    def state(self, today: date) -> str:
        """'withdrawn', 'asked' until somebody approves it, 'approved' until its day, then 'in force'."""
        if self.withdrawn_at:
            return "withdrawn"
        if not self.approved_at:
            return "asked"
        return "in force" if self.effective_from <= today else "approved"


async def in_force(db: Connection, tenant_id: UUID, today: date) -> tuple[str, ...]:
    """The names of the texts that count for the Client on that day."""
    rows = await (await db.execute(IN_FORCE, [tenant_id, today])).fetchall()
    return tuple(row[0] for row in rows)


async def list_all(db: Connection, tenant_id: UUID) -> list[Choice]:
    """Newest first, those withdrawn included."""
    async with db.cursor(row_factory=class_row(Choice)) as cursor:
        await cursor.execute(LIST, [tenant_id])
        return await cursor.fetchall()


async def choose(
    db: Connection,
    tenant_id: UUID,
    choice_id: UUID,
    version: str,
    *,
    reason: str,
    chosen_by: UUID,
    now: datetime,
    effective_from: date,
) -> bool:
    """It waits for an approval. False where that text is chosen already."""
    values = [tenant_id, choice_id, version, reason, chosen_by, now, effective_from]
    return (await db.execute(CHOOSE, values)).rowcount == 1


async def approve(db: Connection, tenant_id: UUID, choice_id: UUID, *, approved_by: UUID, now: datetime) -> None:
    """By somebody else than who chose. Raises NotFound for a choice that can not be approved by them."""
    cursor = await db.execute(APPROVE, [approved_by, now, tenant_id, choice_id, approved_by])
    if not cursor.rowcount:
        raise NotFound("choice that you may approve")


async def withdraw(db: Connection, tenant_id: UUID, choice_id: UUID, *, by: UUID, now: datetime) -> None:
    """From now on the document holds again. Raises NotFound."""
    cursor = await db.execute(WITHDRAW, [by, now, tenant_id, choice_id])
    if not cursor.rowcount:
        raise NotFound("choice")
