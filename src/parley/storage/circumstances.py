"""What a message about to be said repeats, and whose words it carries, added to its facts (B8, D5, F2)."""

from collections.abc import Sequence
from dataclasses import replace

from parley.core.messages import TemplateUse, kept_file, linked_files
from parley.core.policy.facts import Outbound
from parley.core.policy.fingerprints import (
    Echo,
    Print,
    details_of,
    has_detail,
    names_in,
    print_of_file,
    prints_of,
    words_of_names,
)
from parley.storage import conduct, fingerprints, media
from parley.storage.conduct import NOBODY
from parley.storage.database import Connection


async def with_circumstances(db: Connection, messages: Sequence[Outbound]) -> list[Outbound]:
    """The messages of one tenant, each with its conduct and its echoes, in the same order."""
    if not messages:
        return []
    tenant_id, now = messages[0].tenant_id, messages[0].now
    asked = [(m.conversation_id or NOBODY, m.message_id, m.author_id, m.content) for m in messages]
    lately = await conduct.lately(db, tenant_id, asked, now)
    echoed = await _echoed(db, messages)
    return [
        replace(m, conduct=c, lately=said, echoes=echoes)
        for m, (c, said), echoes in zip(messages, lately, echoed, strict=True)
    ]


async def _echoed(db: Connection, messages: Sequence[Outbound]) -> list[tuple[Echo, ...]]:
    """The marks of other people's threads in each message; what the business says to everybody is nobody's."""
    tenant_id, now = messages[0].tenant_id, messages[0].now
    marks = [(m.contact.contact_id, await _marks(db, m)) for m in messages]
    found = await fingerprints.echoes(db, tenant_id, marks, now)
    if not any(found):
        return [()] * len(messages)
    key, own = fingerprints.key(db, tenant_id), await fingerprints.own_words(db, tenant_id)
    everybodys = frozenset[Print]().union(*(prints_of(key, text) for text in own))
    if any(map(_names, found)):
        everybodys = everybodys.union(*(names_in(key, text) for text in own))
    found = [each - everybodys for each in found]
    told = await _told_of_them(db, messages, found)
    return [
        fingerprints.as_echoes(each, detail=detail or has_detail(_said(m)))
        for m, each, detail in zip(messages, found, told, strict=True)
    ]


async def _told_of_them(db: Connection, messages: Sequence[Outbound], found: Sequence[frozenset[Print]]) -> list[bool]:
    """Whether beside a name there is something of that person's thread, however short."""
    tenant_id, now, key = messages[0].tenant_id, messages[0].now, fingerprints.key(db, messages[0].tenant_id)
    asked = []
    for message, each in zip(messages, found, strict=True):
        names, said = _names(each), _said(message)
        details = details_of(key, said, words_of_names(key, said, names)) if names else frozenset[Print]()
        asked.append((message.contact.contact_id, names, details))
    return await fingerprints.detailed(db, tenant_id, asked, now)


def _names(found: frozenset[Print]) -> frozenset[Print]:
    return frozenset(each for each in found if each.kind == "name")


async def with_conduct_of_templates(db: Connection, messages: Sequence[Outbound]) -> list[Outbound]:
    """The second question, at the wire: only what starts a conversation is counted again."""
    places = [place for place, each in enumerate(messages) if isinstance(each.content, TemplateUse)]
    asked = [
        (m.conversation_id or NOBODY, m.message_id, m.author_id, m.content) for m in map(messages.__getitem__, places)
    ]
    found = list(messages)
    if places:
        lately = await conduct.lately(db, messages[0].tenant_id, asked, messages[0].now)
        for place, (each, said) in zip(places, lately, strict=True):
            found[place] = replace(found[place], conduct=each, lately=said)
    return found


async def _marks(db: Connection, message: Outbound) -> frozenset[Print]:
    said, key = _said(message), fingerprints.key(db, message.tenant_id)
    marks = prints_of(key, said) | names_in(key, said)
    kept = kept_file(message.content)
    if kept is not None and message.author_kind != "bot":
        file = await media.find(db, message.tenant_id, kept.media_id)
        if file is not None and file.sha256 is not None:
            marks |= {print_of_file(key, file.sha256)}
    return marks


def _said(message: Outbound) -> str:
    """Its words, and the addresses of its files, which may name somebody's order."""
    return "\n".join((*message.texts(), *(file.link for file in linked_files(message.content))))
