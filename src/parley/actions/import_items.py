"""Take items into a catalogue: each is screened, a bad row is set aside, what is doubtful waits for people."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid4

import msgspec

from parley.actions.end_question import end_question
from parley.actions.open_case import About, hold
from parley.core.catalogue import Aside, Item, read_catalogue
from parley.core.policy.gate import decide_all
from parley.core.policy.matters import CatalogueItem, ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import catalogue, client_facts, decisions
from parley.storage.catalogue import KeptItem
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided

Source = Literal["import", "form", "platform"]


@dataclass(frozen=True)
class Imported:
    """How many rows there were, what became of them, and which were set aside."""

    import_id: UUID
    rows: int
    cleared: int
    held: int
    refused: int
    aside: tuple[Aside, ...]


async def import_items(
    db: Connection, tenant_id: UUID, catalogue_id: str, content: bytes, *, account_id: UUID | None, now: datetime
) -> Imported:
    """Read a file of the platform's forms and take its items. Raises UnreadableCatalogue."""
    taken, aside = read_catalogue(content)
    kept = await take_items(
        db, tenant_id, catalogue_id, [item for _, item in taken], source="import", account_id=account_id, now=now
    )
    verdicts = [item.verdict for item in kept]
    imported = Imported(
        import_id=uuid4(),
        rows=len(taken) + len(aside),
        cleared=sum(verdict in ("allow", "warn") for verdict in verdicts),
        held=verdicts.count("hold"),
        refused=verdicts.count("block"),
        aside=tuple(aside),
    )
    counts = {name: int(getattr(imported, name)) for name in ("rows", "cleared", "held", "refused")}
    left = [asdict(each) for each in aside]
    await catalogue.keep_import(db, tenant_id, imported.import_id, catalogue_id, counts, left, account_id, now)
    return imported


async def take_items(
    db: Connection,
    tenant_id: UUID,
    catalogue_id: str,
    items: Sequence[Item],
    *,
    source: Source,
    account_id: UUID | None,
    now: datetime,
) -> list[KeptItem]:
    """Screen and keep them. What is not cleared goes on record, and a hold opens a case."""
    client = await client_facts.of_tenant(db, tenant_id)
    before = await catalogue.known(db, tenant_id, catalogue_id, [item.retailer_id for item in items])
    asked = [(item, _lifted(before.get(item.retailer_id), item)) for item in items]
    # In a thread: an import may be long, and others want to be served meanwhile.
    matters = [matter_of(item, client, frozenset(lifted), now) for item, lifted in asked]
    verdicts = await asyncio.to_thread(decide_all, matters)
    kept, evidence = [], list[Decided]()
    for (item, released), decision in zip(asked, verdicts, strict=True):
        old = before.get(item.retailer_id)
        new = _kept(item, catalogue_id, decision, released, source, now)
        kept.append(new)
        if old and not old.says_the_same(item):
            evidence += await end_question(db, tenant_id, new.subject, now)  # these words are asked about anew
        if not decision.lets_pass:
            evidence.append(await _on_record(db, tenant_id, new, decision, account_id, now))
    await catalogue.put(db, tenant_id, kept)
    if evidence:
        await tell_live(db, tenant_id, "decision")
        await decisions.record(db, tenant_id, evidence)
    return kept


def _lifted(old: KeptItem | None, item: Item) -> list[str]:
    """The rules whose hold people have lifted for these very words."""
    return (old.released or []) if old and old.says_the_same(item) else []


def matter_of(item: Item, client: ClientFacts, released: frozenset[str], now: datetime) -> CatalogueItem:
    """What the gate is asked of the item."""
    return CatalogueItem(
        client=client,
        now=now,
        retailer_id=item.retailer_id,
        title=item.title,
        description=item.description,
        category=item.category,
        brand=item.brand,
        url=item.url,
        released=released,
    )


def _kept(
    item: Item, catalogue_id: str, decision: Decision, released: list[str], source: Source, now: datetime
) -> KeptItem:
    return KeptItem(
        **asdict(item),
        catalogue_id=catalogue_id,
        verdict=decision.verdict,
        findings=msgspec.to_builtins(decision.findings),
        rulebook_version=decision.rulebook_version,
        released=released,
        source=source,
        updated_at=now,
    )


async def _on_record(
    db: Connection, tenant_id: UUID, item: KeptItem, decision: Decision, account_id: UUID | None, now: datetime
) -> Decided:
    decision = replace(decision, facts=decision.facts | {"item": item.subject})
    author = "agent" if account_id else "system"
    if decision.verdict == "hold":
        about = About("item", item.subject, author_kind=author, author_id=account_id)
        _, decision = await hold(db, tenant_id, about, decision, now=now)
    return Decided(decision, "catalogue", author, account_id)
