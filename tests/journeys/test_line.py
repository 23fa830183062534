"""Nobody waits in vain: a dead worker and a silent WhatsApp are said on every page until they are back."""

import psycopg
import pytest
from playwright.async_api import expect

from parley.storage.embedded import Embedded
from tests.journeys.acting import SEE_MS, fits
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240, func_only=True)]
SUPERVISOR, PROVIDER = "dalia@northbank.example", "compliance@harbour.example"
LOOKED_AGAIN_MS = 45_000
SET = "UPDATE beat SET worked_at = now() - %s::interval, unanswered_since = now() - %s::interval"


def beats(stage: Stage, worked: str, unanswered: str | None) -> None:
    """As it would be after so long: minutes are not waited for here."""
    with psycopg.connect(Embedded.start(stage.installation.folder / "postgres").url) as db:
        db.execute(SET, [worked, unanswered])


async def test_a_dead_worker_and_a_silent_whatsapp_are_said_until_they_are_back(stage: Stage) -> None:
    await stage.installation.worker.stop()
    try:
        beats(stage, "5 minutes", None)
        desk = await stage.desk(SUPERVISOR)
        provider = await stage.desk(PROVIDER, dark=True, path="/provider")
        for page in (desk, provider):
            await expect(page.get_by_text("no worker has been at work since")).to_be_visible(timeout=SEE_MS)
            await expect(page.get_by_text("Whoever runs parley has to start it.")).to_be_visible()
        await stage.picture(desk, "line-no-worker")
        await stage.picture(provider, "line-no-worker-provider-dark")
        for dark in (False, True):
            narrow = await stage.desk(SUPERVISOR, dark=dark, width=360, height=740)
            await expect(narrow.get_by_text("no worker has been at work since")).to_be_visible(timeout=SEE_MS)
            await fits(narrow)
            await stage.picture(narrow, f"line-no-worker-narrow{'-dark' if dark else ''}")
        beats(stage, "0 seconds", "15 minutes")
        silent = await stage.desk(SUPERVISOR, dark=True)
        await expect(silent.get_by_text("WhatsApp is silent")).to_be_visible(timeout=SEE_MS)
        await stage.picture(silent, "line-silent-dark")
        beats(stage, "0 seconds", None)
    finally:
        await stage.installation.worker.start()
    await expect(desk.get_by_text("no worker has been at work")).to_have_count(0, timeout=LOOKED_AGAIN_MS)
    await expect(silent.get_by_text("WhatsApp is silent")).to_have_count(0, timeout=LOOKED_AGAIN_MS)
