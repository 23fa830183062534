"""What a message about to be said repeats, and whose words it carries, added to its facts (B8, D5, F2)."""

from collections.abc import Sequence
from dataclasses import replace

from parley.core.messages import Media, TemplateUse
from parley.core.policy.facts import Outbound
from parley.core.policy.fingerprints import Print, has_detail, names_in, print_of_file, prints_of
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
    marks = [(m.contact.contact_id, await _marks(db, m)) for m in messages]
    echoed = await fingerprints.echoes(db, tenant_id, marks, now)
    if any(echoed):
        key = fingerprints.key(db, tenant_id)
        theirs = frozenset[Print]().union(
            *(prints_of(key, text) for text in await fingerprints.own_words(db, tenant_id))
        )
        echoed = [found - theirs for found in echoed]
    return [
        replace(m, conduct=c, lately=said, echoes=fingerprints.as_echoes(e, detail=has_detail(_said(m))))
        for m, (c, said), e in zip(messages, lately, echoed, strict=True)
    ]


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
    if isinstance(message.content, Media) and message.author_kind != "bot":
        file = await media.find(db, message.tenant_id, message.content.media_id)
        if file is not None and file.sha256 is not None:
            marks |= {print_of_file(key, file.sha256)}
    return marks


def _said(message: Outbound) -> str:
    return "\n".join(message.texts())
