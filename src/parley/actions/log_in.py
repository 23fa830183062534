"""Log in: the same work whether the account exists or not."""

import asyncio
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from parley.core.errors import Forbidden, ParleyError
from parley.storage import accounts, offers, passwords, sessions
from parley.storage.accounts import Account
from parley.storage.database import Database, tell_live

# Each takes 64 MiB while it runs: more at once would be a way to exhaust the machine.
_at_once = asyncio.Semaphore(2)


class BadLogin(ParleyError):
    """The e-mail address or the password is wrong; which of them is not said."""

    code = "bad_login"
    next_step = "Check both and try again."

    def __init__(self) -> None:
        super().__init__("The e-mail address or the password is wrong.")


async def log_in(
    database: Database, email: str, password: str, *, wall: datetime, lasts: timedelta
) -> tuple[Account, str]:
    """The account, now online, and the token of its new session. Raises BadLogin, and Forbidden for a closed desk."""
    async with database.directory() as db:
        found = await sessions.account_for(db, email.strip())
    async with _at_once:
        right = await asyncio.to_thread(passwords.verify, found[2] if found else None, password)
    if not right or found is None:
        raise BadLogin
    return await _start(database, found[0], found[1], wall, lasts)


async def _start(
    database: Database, tenant_id: UUID, account_id: UUID, wall: datetime, lasts: timedelta
) -> tuple[Account, str]:
    token = secrets.token_urlsafe(32)
    async with database.transaction(tenant_id) as db:
        account = await accounts.get(db, tenant_id, account_id)
        if account.tenant_status != "active":
            raise Forbidden(f"The service for {account.tenant_name} is {account.tenant_status}.")
        await sessions.insert(db, tenant_id, account_id, token, wall, wall + lasts)
        await accounts.set_presence(db, tenant_id, account_id, "online", wall)
        await tell_live(db, tenant_id, "presence")
        await offers.wake_router(db, tenant_id)
        return await accounts.get(db, tenant_id, account_id), token
