"""Everything the gate wants to know about messages, read for many at once: a decision is only as fresh as its facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg.rows import dict_row

from parley.core.conversation import ThreadOwner, WaitingReply, is_foreign, silences_the_bot
from parley.core.messages import (
    CatalogueMessage,
    Content,
    Product,
    ProductList,
    TemplateUse,
    content_from,
    kept_file,
    linked_files,
)
from parley.core.policy.conduct import is_night, local_time
from parley.core.policy.consent import newest_for
from parley.core.policy.facts import (
    AuthorKind,
    BotFacts,
    ClientFacts,
    ConsentFacts,
    ContactFacts,
    NumberFacts,
    Outbound,
    TemplateFacts,
)
from parley.core.policy.limits import UNLIMITED
from parley.core.policy.rules.new_doors_stay_closed import OPENED_BY
from parley.storage import catalogue, consents, file_verdicts, questions, suppressions
from parley.storage.database import Connection
from parley.storage.outbox import Waiting
from parley.storage.standing_things import QueuedMessage

# The window is kept per customer and number (C4): a message in a newer conversation opens it for the older ones too.
SURROUNDINGS = """
SELECT c.conversation_id, c.owner_kind, c.owner_since, c.owner_version,
       (SELECT max(w.window_expires_at)
          FROM conversation w
         WHERE w.tenant_id = c.tenant_id AND w.contact_id = c.contact_id AND w.number_id = c.number_id
       ) AS window_expires_at,
       p.contact_id, p.number_source, p.language,
       coalesce((SELECT coalesce(nullif(i.wa_id, ''), i.value)
                   FROM contact_identity i
                  WHERE i.tenant_id = p.tenant_id AND i.contact_id = p.contact_id AND i.kind = 'phone'
                  ORDER BY i.value LIMIT 1), '') AS phone,
       coalesce((SELECT i.value
                   FROM contact_identity i
                  WHERE i.tenant_id = p.tenant_id AND i.contact_id = p.contact_id AND i.kind = 'user_id'
                  ORDER BY i.value LIMIT 1), '') AS user_id,
       n.number_id, n.account_id, coalesce(nullif(n.business_id, ''), n.account_id) AS portfolio, n.display_name,
       n.profile, n.profile_confirmed_at, n.standing, n.daily_limit,
       o.owner AS thread_owner, o.seen_at AS thread_seen_at,
       t.country, t.status AS client_status, t.name AS client_name, t.legal_name, t.timezone, t.sector,
       t.countries, t.under_review,
       ARRAY(SELECT h.version
               FROM policy_choice h
              WHERE h.tenant_id = c.tenant_id AND h.approved_at IS NOT NULL AND h.withdrawn_at IS NULL
                AND h.effective_from <= %s
              ORDER BY h.version) AS choices
  FROM conversation c
  JOIN contact p ON p.tenant_id = c.tenant_id AND p.contact_id = c.contact_id
  JOIN number n ON n.tenant_id = c.tenant_id AND n.number_id = c.number_id
  JOIN tenant t ON t.tenant_id = c.tenant_id
  LEFT JOIN thread_owner o ON o.tenant_id = c.tenant_id AND o.number_id = c.number_id AND o.contact_id = c.contact_id
 WHERE c.tenant_id = %s AND c.conversation_id = ANY(%s)
"""
# A template that a new version of the policy has stopped is not approved, whatever WhatsApp says of it (F3).
TEMPLATES = """
SELECT t.account_id, t.name, t.language, t.category, CASE WHEN s.subject IS NULL THEN t.status ELSE 'STOPPED' END,
       t.quality, jsonb_path_query_array(t.components, 'lax $.**.buttons[*].type') AS buttons
  FROM template t
  LEFT JOIN policy_stop s ON s.tenant_id = t.tenant_id AND s.kind = 'template' AND s.lifted_at IS NULL
                         AND s.subject = concat_ws('/', t.account_id, t.name, t.language)
 WHERE t.tenant_id = %s AND t.name = ANY(%s)
"""
# One whose button the gate refuses is not advised.
FITTING = """
SELECT name, language, category, status
  FROM template t
 WHERE tenant_id = %s AND status = 'APPROVED' AND category = 'utility'
   AND NOT EXISTS (SELECT 1
                     FROM policy_stop s
                    WHERE s.tenant_id = t.tenant_id AND s.kind = 'template' AND s.lifted_at IS NULL
                      AND s.subject = concat_ws('/', t.account_id, t.name, t.language))
   AND NOT EXISTS (SELECT 1
                     FROM jsonb_path_query(t.components, 'lax $.**.buttons[*].type') AS button
                    WHERE upper(button #>> '{}') = ANY(%s))
 ORDER BY name
 LIMIT 10
"""
# The platform counts over all numbers of the portfolio, or of the account where nobody knows whose it is; who was
# written to first today may be again.
STARTED = """
SELECT coalesce(nullif(n.business_id, ''), n.account_id) AS portfolio, count(DISTINCT c.contact_id),
       array_agg(DISTINCT c.contact_id) FILTER (WHERE c.contact_id = ANY(%s))
  FROM message m
  JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
  JOIN number n ON n.tenant_id = c.tenant_id AND n.number_id = c.number_id
 WHERE m.tenant_id = %s AND m.direction = 'out' AND m.type = 'template' AND m.at > %s
   AND m.status IN ('accepted', 'sent', 'delivered', 'read')
 GROUP BY portfolio
"""
PATHS = "SELECT escalation_paths FROM bot WHERE tenant_id = %s"


@dataclass(frozen=True)
class Draft:
    """A message that somebody wants to send, now or, where it ``waits``, once the customer has written."""

    conversation_id: UUID
    content: Content
    author_kind: AuthorKind
    author_id: UUID | None = None
    message_id: UUID | None = None
    owner_version: int | None = None
    confirms_opt_out: bool = False
    reply_to: str = ""
    released: frozenset[str] = frozenset()
    waits: bool = False
    written_at: datetime | None = None


def draft_of(row: Waiting | QueuedMessage) -> Draft:
    """A message that waits in the outbox."""
    author: AuthorKind = row.author_kind  # type: ignore[assignment]
    return Draft(
        conversation_id=row.conversation_id,
        content=content_from(row.content),
        author_kind=author,
        author_id=row.author_id,
        message_id=row.message_id,
        owner_version=row.owner_version,
        confirms_opt_out=row.confirms_opt_out,
        reply_to=row.reply_to or "",
        released=frozenset(row.released),
        written_at=row.written_at,
    )


def draft_of_reply(reply: WaitingReply, *, waits: bool) -> Draft:
    """A reply that waits for the customer; without ``waits`` as it leaves, since they have written."""
    return Draft(
        conversation_id=reply.conversation_id,
        content=reply.content,
        author_kind="agent",
        author_id=reply.written_by,
        message_id=reply.reply_id,
        reply_to=reply.reply_to,
        waits=waits,
        written_at=reply.written_at,
    )


async def outbounds(db: Connection, tenant_id: UUID, drafts: Sequence[Draft], now: datetime) -> list[Outbound]:
    """The drafts with their facts, in the same order. Raises KeyError for a conversation that is not the tenant's."""
    around = await _surroundings(db, tenant_id, [draft.conversation_id for draft in drafts], now)
    people = await consents.newest(db, tenant_id, [row["contact_id"] for row in around.values()])
    resting = await suppressions.of_conversations(db, tenant_id, list(around), now)
    templates = await _templates(db, tenant_id, drafts)
    started = await _started(db, tenant_id, [around[each.conversation_id] for each in drafts if _starts(each)], now)
    advised = await (await db.execute(FITTING, [tenant_id, list(OPENED_BY)])).fetchall()
    fitting = tuple(TemplateFacts(*row) for row in advised)
    bot = await _bot(db, tenant_id, drafts)
    asked = await questions.offers_asked_at(db, tenant_id, _may_not_be_offered(drafts, around, people, now), now)
    items = await catalogue.cleared(db, tenant_id, [pair for draft in drafts for pair in _shown(draft.content)])
    files = await file_verdicts.of_contents(db, tenant_id, [draft.content for draft in drafts])
    linked = await file_verdicts.of_addresses(db, tenant_id, [draft.content for draft in drafts])
    found = []
    for draft in drafts:
        row = around[draft.conversation_id]
        has_it = ThreadOwner(row["thread_owner"], row["thread_seen_at"]) if row["thread_owner"] else None
        used = draft.content
        named = (row["account_id"], used.name, used.language) if isinstance(used, TemplateUse) else None
        found.append(
            Outbound(
                tenant_id=tenant_id,
                number=NumberFacts(
                    row["number_id"],
                    row["display_name"],
                    row["profile"],
                    row["profile_confirmed_at"],
                    row["country"],
                    row["standing"],
                    row["daily_limit"],
                    started.before(row) if _starts(draft) else 0,
                ),
                contact=ContactFacts(
                    row["contact_id"],
                    row["number_source"],
                    people.get(row["contact_id"], ()),
                    row["language"],
                    resting.get(draft.conversation_id, ()),
                ),
                content=used,
                author_kind=draft.author_kind,
                author_id=draft.author_id,
                now=now,
                message_id=draft.message_id,
                conversation_id=draft.conversation_id,
                window_expires_at=row["window_expires_at"],
                template=templates.get(named) if named else None,
                fitting_templates=fitting,
                bot=bot,
                owner_version=draft.owner_version,
                owner_version_now=_taken_over(row, has_it, now),
                confirms_opt_out=draft.confirms_opt_out,
                client_status=row["client_status"],
                to=row["phone"],
                to_user_id=row["user_id"],
                reply_to=draft.reply_to,
                offers_asked_at=asked.get(draft.conversation_id),
                waits=draft.waits,
                written_at=draft.written_at,
                released=draft.released,
                timezone=row["timezone"],
                door="foreign_threads" if is_foreign(has_it, now) else "",
                items=tuple(items[pair] for pair in _shown(used) if pair in items),
                file=files.get(kept.media_id) if (kept := kept_file(used)) else None,
                linked=tuple(linked[each.link] for each in linked_files(used)),
                client=ClientFacts(
                    row["client_name"],
                    row["legal_name"],
                    tuple(row["countries"]) or (row["country"],),
                    row["sector"],
                    under_review=row["under_review"],
                    choices=tuple(row["choices"]),
                ),
            )
        )
    return found


def _may_not_be_offered(
    drafts: Sequence[Draft],
    around: dict[UUID, dict[str, Any]],
    people: dict[UUID, tuple[ConsentFacts, ...]],
    now: datetime,
) -> list[UUID]:
    """Conversations with free text for somebody who wants no marketing, or in whose night it is."""
    found = []
    for conversation_id in {draft.conversation_id for draft in drafts if not _starts(draft)}:
        row = around[conversation_id]
        newest = newest_for("marketing", people.get(row["contact_id"], ()))
        stopped = newest is not None and newest.action == "opt_out"
        if stopped or is_night(local_time(now, row["phone"], row["timezone"])):
            found.append(conversation_id)
    return found


def _starts(draft: Draft) -> bool:
    return isinstance(draft.content, TemplateUse)


class _Started:
    """By portfolio: how many people were written to first today, and who of those that are asked about was."""

    def __init__(self, counts: dict[str, tuple[int, set[UUID]]]) -> None:
        self._counts = counts

    def before(self, row: dict[str, Any]) -> int:
        """How many others were, before this one; it counts as one more for those that follow."""
        count, known = self._counts.get(row["portfolio"], (0, set()))
        if row["contact_id"] in known:
            return count - 1
        self._counts[row["portfolio"]] = (count + 1, known | {row["contact_id"]})
        return count


async def _started(db: Connection, tenant_id: UUID, rows: Sequence[dict[str, Any]], now: datetime) -> _Started:
    limited = {row["contact_id"] for row in rows if row["daily_limit"] is not None and row["daily_limit"] < UNLIMITED}
    if not limited:
        return _Started({})
    found = await (await db.execute(STARTED, [list(limited), tenant_id, now - timedelta(days=1)])).fetchall()
    return _Started({portfolio: (count, set(known or ())) for portfolio, count, known in found})


def _taken_over(row: dict[str, Any], has_it: ThreadOwner | None, now: datetime) -> int | None:
    """Since which version a person speaks; also who answers on the phone is one."""
    if row["owner_kind"] == "person":
        return int(row["owner_since"])
    return int(row["owner_version"]) + 1 if silences_the_bot(has_it, now) else None


def _shown(content: Content) -> list[tuple[str, str]]:
    """The items that a product message names, by catalogue and number."""
    if not isinstance(content, Product | ProductList | CatalogueMessage | TemplateUse):
        return []
    return [(content.catalogue_id, item) for item in content.retailer_ids]


async def _surroundings(
    db: Connection, tenant_id: UUID, conversation_ids: list[UUID], now: datetime
) -> dict[UUID, dict[str, Any]]:
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(SURROUNDINGS, [now.date(), tenant_id, conversation_ids])
        return {row["conversation_id"]: row for row in await cursor.fetchall()}


async def _templates(
    db: Connection, tenant_id: UUID, drafts: Sequence[Draft]
) -> dict[tuple[str, str, str], TemplateFacts]:
    names = [draft.content.name for draft in drafts if isinstance(draft.content, TemplateUse)]
    if not names:
        return {}
    rows = await (await db.execute(TEMPLATES, [tenant_id, names])).fetchall()
    return {
        (account_id, name, language): TemplateFacts(
            name, language, category, status, quality, tuple(map(str.upper, buttons))
        )
        for account_id, name, language, category, status, quality, buttons in rows
    }


async def _bot(db: Connection, tenant_id: UUID, drafts: Sequence[Draft]) -> BotFacts | None:
    if not any(draft.author_kind == "bot" for draft in drafts):
        return None
    row = await (await db.execute(PATHS, [tenant_id])).fetchone()
    return BotFacts(tuple(row[0])) if row else BotFacts()
