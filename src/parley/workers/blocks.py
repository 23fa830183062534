"""Tells the platform whom somebody at the desk has blocked, and lifts what is over."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import structlog
from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.clock import Clock
from parley.core.policy.refusals import BLOCKED, Rest
from parley.storage import blocks, numbers, suppressions
from parley.storage.blocks import Block
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.blocking import Decided, block, refusal_of
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.errors import meaning_of
from parley.whatsapp.graph.people import PARTLY, unblock
from parley.workers.connecting.findings import unanswered

UNKNOWN = 131026
MEND = "Look at the person in WhatsApp Manager, then try again here."
log = structlog.get_logger()


class Blocks:
    """Works off a tenant's blocks; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, graph: GraphSession, vault: Vault) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault

    async def work(self, tenant_id: UUID) -> bool:
        """Each that is wanted or to be lifted. What failed for a moment is tried again later and later."""
        now = self._clock.now()
        async with self._database.transaction(tenant_id) as db:
            await blocks.lapse(db, tenant_id, now)
            waiting = await blocks.to_do(db, tenant_id, now)
            access = await numbers.access(db, tenant_id) if waiting else {}
        for each in waiting:
            token, _, account_id = access[each.number_id]
            try:
                allowed = NumberAccess(each.number_id, self._vault.open(token), account_id)
                await self._tell(tenant_id, each, allowed)
            except (GraphError, ClientError, TimeoutError, InvalidToken) as error:
                await self._failed(tenant_id, each, error)
        return False

    async def _tell(self, tenant_id: UUID, each: Block, access: NumberAccess) -> None:
        async with self._database.transaction(tenant_id) as db:
            person = await blocks.address(db, tenant_id, each.contact_id)
        if not person:  # erased meanwhile: there is nobody to name
            await self._save(tenant_id, each, "refused" if each.state == "wanted" else "lifted", UNKNOWN)
        elif each.state == "wanted":
            done = await block(self._graph, access, Decided(each.block_id, each.blocked_by, person))
            code = 0 if done.changed else refusal_of(done.failed)
            if meaning_of(code).retriable:  # the call was answered, and only beside the person stands that it will pass
                raise GraphError(400, code, "The person was not blocked.")
            await self._save(tenant_id, each, "blocked" if done.changed else "refused", code)
        else:
            lifted = await unblock(self._graph, access, (person,))
            if lifted.failed:  # an answer with the person in its other list: they are still blocked
                raise GraphError(400, refusal_of(lifted.failed) or PARTLY, "The person was not unblocked.")
            await self._save(tenant_id, each, "lifted", 0)

    async def _failed(self, tenant_id: UUID, each: Block, error: Exception) -> None:
        """Refused for good, a block is not made, and one that was to be lifted waits for a person to mend it."""
        log.warning("blocks.not_told", block_id=str(each.block_id), state=each.state, error=type(error).__name__)
        if isinstance(error, GraphError) and not error.retriable:
            said = unanswered("", error)
            trouble = f"{said.sentence} {said.mend or MEND}"
            await self._save(tenant_id, each, "refused" if each.state == "wanted" else "lifting", error.code, trouble)
            return
        async with self._database.transaction(tenant_id) as db:
            now = await blocks.lock(db, tenant_id, each.block_id)
            later = self._clock.now() + _pause(each.attempts, error)
            if now.state == each.state:  # else somebody lifted it meanwhile, which is told at once
                await blocks.save(db, tenant_id, replace(now, attempts=each.attempts + 1, due_at=later))

    async def _save(self, tenant_id: UUID, told: Block, state: str, code: int, trouble: str = "") -> None:
        """As it is now: somebody may have confirmed or lifted it while the platform was told."""
        async with self._database.transaction(tenant_id) as db:
            now = await blocks.lock(db, tenant_id, told.block_id)
            if now.state != told.state and state != "lifted":
                state = "lifting" if now.state == "lifting" and state == "blocked" else now.state
                trouble = ""
            kept = replace(now, state=state, code=code, trouble=trouble, attempts=0, due_at=None)
            await blocks.save(db, tenant_id, kept)
            about = (tenant_id, now.number_id, now.contact_id)
            if state == "blocked":  # what is queued for them does not leave either
                rest = Rest("all", now.until - self._clock.now())
                await suppressions.keep(db, *about, BLOCKED, rest, self._clock.now())
            elif state == "lifted":
                await suppressions.drop(db, *about, BLOCKED)


def _pause(failed: int, error: Exception) -> timedelta:
    """Half a minute, then twice as long each time, an hour at most; never shorter than the platform asks for."""
    asked = max(error.retry_after, meaning_of(error.code, error.status).seconds) if isinstance(error, GraphError) else 0
    return timedelta(seconds=max(min(30.0 * 2 ** min(failed, 10), 3600), asked))
