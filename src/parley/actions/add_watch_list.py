"""Load a list of banned people and organisations, and ask at once whether somebody who is served stands on it (E1)."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from parley.actions.case_record import of_opening
from parley.actions.open_case import About, open_case
from parley.actions.screen_names import as_facts, screen_names, subjects_of
from parley.core.policy.sanctions import Kind, Subject, WatchEntry, WatchHit, read_list
from parley.storage import applications, decisions, under_review, watch_lists
from parley.storage.database import Connection, tell_live
from parley.storage.under_review import Screened

RULE = "nobody_on_a_watch_list"


async def add_watch_list(
    db: Connection, provider_id: UUID, name: str, kind: Kind, content: bytes, now: datetime, aliases: bytes = b""
) -> tuple[int, int]:
    """(entries, Clients now under review). Raises UnreadableList; the old list stays then."""
    entries: Sequence[WatchEntry] = read_list(content, kind, aliases)
    digest = hashlib.sha256(content + aliases).hexdigest()
    await watch_lists.replace_list(db, provider_id, name, kind, digest, entries, now)
    found = 0
    for client in await under_review.clients(db, provider_id):
        found += await screen_client(db, provider_id, client, now)
    return len(entries), found


async def screen_client(db: Connection, provider_id: UUID, client: Screened, now: datetime) -> int:
    """Compare one Client with the lists as they are. 1 where the Client must be looked at and was not before."""
    hits = await _open_hits(db, provider_id, client)
    if not hits or client.under_review:
        return 0
    await under_review.set_review(db, provider_id, client.tenant_id, "watch_list", [])
    case = await open_case(
        db,
        provider_id,
        "watch",
        About("name", str(client.tenant_id)),
        clauses=("E1",),
        findings=[_finding(client, hits[0])],
        facts={"watch_hits": [as_facts(hit) for hit in hits]},
        opened_by_kind="gate",
        now=now,
    )
    await decisions.record(db, provider_id, [of_opening(case, now)])
    await tell_live(db, client.tenant_id, "conversation")
    return 1


async def _open_hits(db: Connection, provider_id: UUID, client: Screened) -> list[WatchHit]:
    application = await applications.of_client(db, provider_id, client.tenant_id)
    subjects = [Subject(client.name), Subject(client.legal_name), *(subjects_of(application) if application else ())]
    cleared = set(client.cleared_hits)
    return [hit for hit in await screen_names(db, provider_id, subjects) if hit.key not in cleared]


def _finding(client: Screened, hit: WatchHit) -> dict[str, Any]:
    return {
        "rule": RULE,
        "clause": "E1",
        "verdict": "hold",
        "sentence": f"A name of {client.name} is like entry {hit.entry_id} of the list “{hit.list_name}”.",
        "next_step": "ask_supervisor",
        "next_sentence": "Compare dates of birth, addresses and papers with the list; then clear the hit, or refuse.",
    }
