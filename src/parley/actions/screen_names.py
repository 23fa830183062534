"""Compare the names of a business and of its people with the lists of its provider (E1)."""

import asyncio
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from parley.core.policy.sanctions import Subject, WatchHit, hits
from parley.storage import watch_lists
from parley.storage.applications import Application
from parley.storage.database import Connection

MOST_HITS = 20


async def screen_names(db: Connection, provider_id: UUID, subjects: Iterable[Subject]) -> list[WatchHit]:
    """What the lists say of them, the gravest first, in a transaction of the provider."""
    asked = [subject for subject in dict.fromkeys(subjects) if subject.name.strip()]
    found = []
    for name, entries in (await watch_lists.candidates(db, provider_id, [each.name for each in asked])).items():
        found += await asyncio.to_thread(hits, asked, entries, name)  # a common name has thousands to compare with
    return sorted(found, key=lambda hit: -hit.score)[:MOST_HITS]


def subjects_of(application: Application) -> list[Subject]:
    """The business by each of its names, and its people."""
    names = (application.name, application.legal_name, *application.display_names)
    people = [Subject(each.name, True, each.born.year if each.born else 0) for each in application.persons]
    return [*(Subject(name) for name in names), *people]


def as_facts(hit: WatchHit) -> dict[str, Any]:
    """As it is kept with the application, and told to the rule."""
    return {
        "list": hit.list_name,
        "entry": hit.entry_id,
        "score": hit.score,
        "name": hit.name,
        "asked": hit.asked,
        "programme": hit.programme,
        "key": hit.key,
    }
