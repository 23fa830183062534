"""Takes the steps of the sign-ups that people began on the page; each step is written down as it is done.

Claimed in one short transaction, and no transaction is open while WhatsApp is called: see ``sign_up_claims``.
"""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import aiohttp
import msgspec
import structlog
from cryptography.fernet import InvalidToken

from parley.actions.sign_up import Secrets, connected
from parley.clock import Clock
from parley.settings import Settings
from parley.storage import numbers, sign_up_claims, sign_ups
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.storage.sign_ups import SignUp
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph import sign_up as platform
from parley.workers.connecting import whole
from parley.workers.connecting.findings import unanswered
from parley.workers.connecting.steps import LONGEST_STEP, Here, StepFailed, Wish, taken

UNFINISHED_FOR = timedelta(days=1)
log = structlog.get_logger()


class ClaimLost(Exception):
    """The deadline passed, and another worker has it: what came of it is theirs to write down."""


class SignUps:
    """Takes a tenant's sign-ups to their end; see ``TenantLoops`` for how it is called."""

    def __init__(self, settings: Settings, database: Database, clock: Clock, graph: GraphSession, vault: Vault) -> None:
        self._settings = settings
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault

    async def work(self, tenant_id: UUID) -> bool:
        """The one that waits longest."""
        now = self._clock.now()
        async with self._database.transaction(tenant_id) as db:
            await sign_ups.forget(db, tenant_id, now - UNFINISHED_FOR, now)
            claimed = await sign_up_claims.take(db, tenant_id, now)
        if claimed is None:
            return False
        try:
            await self._take(tenant_id, claimed)
        except ClaimLost:
            log.warning("sign_up.claim_lost", sign_up_id=str(claimed.sign_up_id), claim=claimed.claims)
        except asyncio.CancelledError:
            async with self._database.transaction(tenant_id) as db:
                await sign_up_claims.let_go(db, tenant_id, claimed)
            raise
        return True

    async def _take(self, tenant_id: UUID, begun: SignUp) -> None:
        now = begun
        try:
            now, secrets = await self._exchanged(tenant_id, begun)
            now = await self._found(tenant_id, now, secrets.token)
            access = NumberAccess(now.number_id, secrets.token, now.account_id)
            here = Here(self._settings, self._database, tenant_id, self._vault, self._clock)
            wish = Wish(here, self._graph, access, secrets.sms, secrets.pin)
            now = replace(now, steps=[])
            async for done in taken(wish, whole.STEPS):
                step = {"name": done.name, "sentence": done.sentence, "at": self._clock.now().isoformat()}
                now = await self._save(tenant_id, replace(now, steps=[*now.steps, step]))
            async with self._database.transaction(tenant_id) as db:
                if not await connected(db, tenant_id, now, self._clock.now()):
                    raise ClaimLost
        except StepFailed as error:
            log.warning("sign_up.stopped", sign_up_id=str(now.sign_up_id), after=len(now.steps), needs=error.needs)
            stopped = replace(now, state="stopped", trouble=error.sentence, needs=error.needs)
            if error.needs == "dialogue":
                stopped = replace(stopped, state="cancelled", sealed=None)
            await self._save(tenant_id, stopped)

    async def _exchanged(self, tenant_id: UUID, begun: SignUp) -> tuple[SignUp, Secrets]:
        """With a token. It is kept at once: the code was good once."""
        try:
            secrets = Secrets.opened(self._vault, begun.sealed)
        except InvalidToken:
            raise StepFailed("What was kept of it was sealed with another key. Begin again.", "dialogue") from None
        if secrets.token:
            return begun, secrets
        settings = self._settings
        try:
            async with asyncio.timeout(LONGEST_STEP):
                token = await platform.exchanged(
                    self._graph, settings.app_id, settings.app_secret, secrets.code, begun.redirect_uri
                )
        except (GraphError, aiohttp.ClientError, TimeoutError) as error:
            said = unanswered("", error).sentence
            mend = "Check PARLEY_APP_ID and PARLEY_APP_SECRET, then begin again: the code can be used once."
            raise StepFailed(f"The code was not exchanged for a token. {said} {mend}", "dialogue") from error
        if not token:
            raise StepFailed("WhatsApp gave no token for the code. Begin again.", "dialogue")
        whole_of = msgspec.structs.replace(secrets, code="", token=token)
        return await self._save(tenant_id, replace(begun, sealed=whole_of.sealed(self._vault))), whole_of

    async def _found(self, tenant_id: UUID, now: SignUp, token: str) -> SignUp:
        """With both ids: for a number of the Business App the dialogue names the account only."""
        try:
            async with asyncio.timeout(LONGEST_STEP):
                account_id = now.account_id or await platform.account_opened(self._graph, NumberAccess("", token))
                if not account_id:
                    raise StepFailed("The dialogue named no account, nor does the token. Begin again.", "dialogue")
                if now.number_id:
                    return replace(now, account_id=account_id)
                access = NumberAccess("", token, account_id)
                listed = await platform.numbers_opened(self._graph, access, in_app=now.in_app)
        except (GraphError, aiohttp.ClientError, TimeoutError) as error:
            finding = unanswered("", error)
            raise StepFailed(f"{finding.sentence} {finding.mend}") from error
        async with self._database.transaction(tenant_id) as db:
            known = await numbers.access(db, tenant_id)
        new = [each.id for each in listed if each.id not in known]
        if len(new) != 1:
            raise StepFailed(
                f"The dialogue named no number, and the account has {len(new)} new ones. Connect it with parley "
                "connect, which takes its id from WhatsApp Manager.",
                "dialogue",
            )
        return await self._save(tenant_id, replace(now, account_id=account_id, number_id=new[0]))

    async def _save(self, tenant_id: UUID, changed: SignUp) -> SignUp:
        async with self._database.transaction(tenant_id) as db:
            if not await sign_up_claims.save(db, tenant_id, changed, self._clock.now()):
                raise ClaimLost
        return changed
