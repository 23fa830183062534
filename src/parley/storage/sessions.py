"""Log-ins. Only a hash of the token is kept: who reads the table can not use it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parley.storage.database import Connection

INSERT = """
INSERT INTO session (tenant_id, token_hash, account_id, created_at, expires_at) VALUES (%s, %s, %s, %s, %s)
"""
# The tenant is known by the token only: the directory tells it, and this transaction then belongs to that tenant.
ENTER = """
SELECT s.tenant_id, s.account_id, s.expires_at, set_config('parley.tenant', s.tenant_id::text, true)
  FROM directory_session(%s) s
 WHERE s.expires_at > %s
"""
EXTEND = "UPDATE session SET expires_at = %s WHERE tenant_id = %s AND token_hash = %s"
DELETE = "DELETE FROM session WHERE tenant_id = %s AND token_hash = %s"
DELETE_EXPIRED = "DELETE FROM session WHERE tenant_id = %s AND account_id = %s AND expires_at < %s"
LOGIN = "SELECT tenant_id, account_id, password_hash FROM directory_login(%s)"


@dataclass(frozen=True)
class Session:
    """Whose log-in it is, and until when."""

    tenant_id: UUID
    account_id: UUID
    expires_at: datetime


def hash_token(token: str) -> bytes:
    """What is kept of a token; it is random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).digest()


async def account_for(db: Connection, email: str) -> tuple[UUID, UUID, str] | None:
    """(tenant, account, password hash) of an e-mail address, in a directory transaction."""
    return await (await db.execute(LOGIN, [email])).fetchone()


async def insert(
    db: Connection, tenant_id: UUID, account_id: UUID, token: str, wall: datetime, expires_at: datetime
) -> None:
    """Keep a new log-in, and forget this person's expired ones."""
    await db.execute(DELETE_EXPIRED, [tenant_id, account_id, wall])
    await db.execute(INSERT, [tenant_id, hash_token(token), account_id, wall, expires_at])


async def enter(db: Connection, token: str, wall: datetime) -> Session | None:
    """The log-in of a token, in a directory transaction, which becomes one of that tenant."""
    row = await (await db.execute(ENTER, [hash_token(token), wall])).fetchone()
    return Session(*row[:3]) if row else None


async def extend(db: Connection, tenant_id: UUID, token: str, expires_at: datetime) -> None:
    """It lasts longer."""
    await db.execute(EXTEND, [expires_at, tenant_id, hash_token(token)])


async def delete(db: Connection, tenant_id: UUID, token: str) -> None:
    """Log out."""
    await db.execute(DELETE, [tenant_id, hash_token(token)])
