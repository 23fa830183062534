"""What a case is about, in its own words, where its thread does not show them: who decides must be able to read it."""

from datetime import datetime
from uuid import UUID

from parley.actions.screen_standing import kind_named
from parley.core.errors import NotFound
from parley.core.messages import linked_files
from parley.core.policy.cases import Case
from parley.storage import catalogue, client_facts, messages, wordings
from parley.storage.database import Connection


async def words_of(db: Connection, case: Case, now: datetime) -> list[str]:
    """Each part as the customer would read it; nothing where it is gone, or has no words of its own."""
    match case.matter:
        case "standing":
            return await _of_standing(db, case.tenant_id, case.subject, now)
        case "wording":
            wording = await wordings.by_key(db, case.tenant_id, case.subject)
            return [wording.text] if wording else []
        case "item":
            return await _of_item(db, case.tenant_id, case.subject)
        case "message":
            return await _addresses(db, case)
        case _:
            return []


async def _addresses(db: Connection, case: Case) -> list[str]:
    """Of the files that WhatsApp is to fetch: they are no part of the thread as it is shown."""
    message = await messages.get(db, case.tenant_id, case.message_id) if case.message_id else None
    return [file.link for file in linked_files(message.said)] if message else []


async def _of_standing(db: Connection, tenant_id: UUID, about: str, now: datetime) -> list[str]:
    name, _, subject = about.partition(":")
    client = await client_facts.of_tenant(db, tenant_id)
    standing = await kind_named(name).standing(db, tenant_id, client, now)
    return [text for each in standing if each.subject == subject for text in each.matter.texts()]


async def _of_item(db: Connection, tenant_id: UUID, subject: str) -> list[str]:
    try:
        item = await catalogue.lock(db, tenant_id, subject)
    except NotFound:
        return []
    return [text for text in (item.title, item.description, item.category, item.brand) if text]
