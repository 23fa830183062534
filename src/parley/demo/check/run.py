"""The check from beginning to end: an installation of its own, the customers, the agents, the crashes, the ledger."""

import asyncio
import random
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import aiohttp

from parley.demo.bank import load_bank, test_questions
from parley.demo.check.agents import Agent
from parley.demo.check.customers import Customer, Story
from parley.demo.check.ledger import Result, account_for, tenant_named, unsettled
from parley.demo.check.platform import Platform
from parley.demo.installation import Installation, Layout, empty, free_port
from parley.demo.seed import PASSWORD

AGENTS = 3
WANTS_PERSON = 10  # each tenth customer talks to a person, however right the bot's answer was
SETTLE_SECONDS = 60
Tell = Callable[[str], None]
Progress = Callable[[int, int], None]


async def run_check(
    folder: Path, *, questions: int, per_second: float, crashes: int, seed: int, tell: Tell, progress: Progress
) -> Result:
    """Play ``questions`` of the data set; ``crashes``: how often the application is killed meanwhile.

    ``folder`` is emptied first, except for the models. ``seed`` decides when the crashes come.
    """
    empty(folder)
    layout = Layout(folder, free_port(), free_port(), reconcile_seconds=20, log_level="warning", gather=0.02)
    installation = Installation(layout)
    try:
        await installation.start(tell)
        tell(f"Asking {questions} questions" + (f", with {crashes} crashes" if crashes else ""))
        return await _play(installation, questions, per_second, crashes, random.Random(seed), progress)  # noqa: S311
    finally:
        tell("Stopping")
        await installation.stop()


async def _play(
    installation: Installation,
    questions: int,
    per_second: float,
    crashes: int,
    chance: random.Random,
    progress: Progress,
) -> Result:
    bank, layout = load_bank(), installation.layout
    tenant_id = await tenant_named(installation.database, bank.business["slug"])
    async with aiohttp.ClientSession() as http:
        platform = Platform(http, layout.platform_url, bank.number["number_id"])
        agents = [Agent(layout.desk_url, each["email"], PASSWORD) for each in bank.agents[1 : 1 + AGENTS]]
        helpers = [asyncio.create_task(platform.watch())]
        helpers += [asyncio.create_task(agent.work()) for agent in agents]
        duration = questions / per_second
        killer = asyncio.create_task(_crash(installation, crashes, duration, chance))
        try:
            stories = await _ask_all(platform, questions, per_second, progress)
            await killer
            await _settle(installation, tenant_id)
        finally:
            for helper in (*helpers, killer):
                helper.cancel()
            await asyncio.gather(*helpers, killer, return_exceptions=True)
        await platform.catch_up()
        threads = [await platform.thread(story.wa_id) for story in stories]
    return await account_for(installation.database, tenant_id, stories, platform.sends, threads)


async def _ask_all(platform: Platform, questions: int, per_second: float, progress: Progress) -> list[Story]:
    """Customers arrive evenly and go on side by side."""
    asked = test_questions()[:questions]
    stories = [
        Story(f"4477009{i:05d}", text, label, wants_person=i % WANTS_PERSON == 0)
        for i, (text, label) in enumerate(asked)
    ]
    done = 0

    async def one(number: int, story: Story) -> Story:
        nonlocal done
        await asyncio.sleep(number / per_second)
        await platform.add_customer(story.wa_id, f"Customer {number + 1}")
        ended = await Customer(platform, load_bank(), story).play()
        done += 1
        progress(done, questions)
        return ended

    return await asyncio.gather(*(one(number, story) for number, story in enumerate(stories)))


async def _crash(installation: Installation, crashes: int, duration: float, chance: random.Random) -> None:
    """Kill the application at moments nobody chose, and start it again."""
    moments = sorted(chance.uniform(0.1, 0.9) * duration for _ in range(crashes))
    begun = asyncio.get_running_loop().time()
    for moment in moments:
        await asyncio.sleep(max(0.0, begun + moment - asyncio.get_running_loop().time()))
        await installation.kill_application()
        await installation.start_application()


async def _settle(installation: Installation, tenant_id: UUID) -> None:
    """Wait until nothing is on its way any more."""
    for _ in range(SETTLE_SECONDS * 2):
        if not await unsettled(installation.database, tenant_id):
            return
        await asyncio.sleep(0.5)
