"""All workers of one process, wired: ``parley work`` runs this."""

import asyncio

from parley.clock import Clock
from parley.core.policy.gate import warm_up
from parley.opinions.readers import Readers
from parley.settings import Settings
from parley.storage.database import Database
from parley.storage.file_store import FileStore
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession
from parley.workers.beats import EVERY, Beats
from parley.workers.blocks import Blocks
from parley.workers.bots import Bots
from parley.workers.files import Files
from parley.workers.forgetting import Forgetting
from parley.workers.inbox import Inbox
from parley.workers.lapses import Lapses
from parley.workers.reconciler import Reconciler
from parley.workers.router import Router, Timekeeper
from parley.workers.sender import Sender
from parley.workers.sign_ups import SignUps
from parley.workers.standings import Standings
from parley.workers.templates import Templates
from parley.workers.tenant_loops import TenantLoops, follow_notices
from parley.workers.totals import Totals
from parley.workers.versions import Versions


async def run_workers(settings: Settings, database: Database, clock: Clock) -> None:
    """Work until cancelled."""
    graph = await GraphSession.open(settings.graph_url, settings.graph_version, settings.app_secret)
    vault = Vault(settings.secret_key)
    store = FileStore.open(settings.files_url, settings.files_dir, settings.files_endpoint)
    readers = Readers.open(settings)
    bots = Bots(database, settings.models_dir)
    inbox = TenantLoops("inbox", database, Inbox(database, clock, bots).work, every=5, parallel=2)
    beats = Beats(database, clock)
    beating = TenantLoops("beats", database, beats.work, every=EVERY)
    sending = Sender(database, clock, graph, vault, store, readers, beats)
    sender = TenantLoops("sender", database, sending.work, every=1, parallel=2)
    router = TenantLoops("router", database, Router(database, clock, settings.offer_seconds).work, every=5)
    times = TenantLoops("times", database, Timekeeper(database, clock).work, every=1)
    lapses = TenantLoops("lapses", database, Lapses(database, clock).work, every=2, providers=True)
    settled = TenantLoops("reconciler", database, Reconciler(database, clock, settings.reconcile_seconds).work, every=2)
    fetcher = Files(database, clock, graph, vault, store, settings.scanner)
    files = TenantLoops("files", database, fetcher.work, every=5, parallel=3)
    standing = Standings(database, clock, graph, vault, settings.profile_days)
    standings = TenantLoops("standings", database, standing.work, every=60)
    templates = TenantLoops("templates", database, Templates(database, clock, graph, vault).work, every=30)
    blocks = TenantLoops("blocks", database, Blocks(database, clock, graph, vault).work, every=30)
    signing_up = SignUps(settings, database, clock, graph, vault)
    sign_ups = TenantLoops("sign_ups", database, signing_up.work, every=30)
    totals = TenantLoops("totals", database, Totals(database, clock, graph, vault).work, every=60)
    versions = TenantLoops("versions", database, Versions(database, clock).work, every=600, providers=True)
    forgetting = TenantLoops("forgetting", database, Forgetting(database, clock).work, every=600)
    notices = {
        "parley_inbox": [inbox],
        "parley_outbox": [sender],
        "parley_route": [router],
        "parley_media": [files],
        "parley_sign_up": [sign_ups],
        "parley_block": [blocks],
    }
    loops = [inbox, sender, router, times, lapses, settled, files, standings, templates]
    loops += [beating, blocks, sign_ups, totals, versions, forgetting]
    try:
        # Whoever came first would read the lists as well, at the same time, and both would wait for each other.
        await asyncio.to_thread(warm_up)
        async with asyncio.TaskGroup() as group:
            group.create_task(_prepare(bots))
            for loop in loops:
                group.create_task(loop.run())
            group.create_task(follow_notices(database, notices))
    finally:
        if readers is not None:
            await readers.close()
        await graph.close()


async def _prepare(bots: Bots) -> None:
    for tenant_id in await bots.tenants():
        await bots.prepare(tenant_id)
