"""The lists of conversations, and one of them opened."""

import base64
import binascii
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.api import reading
from parley.api.identity import DeskCaller, Transaction
from parley.api.models.conversation import ConversationRow, Counts, Detail, Page, View
from parley.core.errors import Invalid
from parley.storage import lists

router = APIRouter(prefix="/conversations", tags=["conversations"])
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("")
async def index(
    caller: DeskCaller,
    db: Transaction,
    view: View = "mine",
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Limit = 50,
) -> Page:
    """A page of a view. ``q``: the beginning of a telephone number, or a part of a name."""
    after = _read_cursor(cursor) if cursor else None
    found = await lists.page(
        db, caller.tenant_id, caller.account_id, view, after=after, limit=limit + 1, search=q.strip()
    )
    counted = await lists.counts(db, caller.tenant_id, caller.account_id)
    shown = found[:limit]
    return Page(
        items=[ConversationRow.of(listed) for listed in shown],
        next_cursor=_cursor(*shown[-1].place_in(view)) if len(found) > limit else None,
        counts=Counts(mine=counted[0], queue=counted[1], all=counted[2], mine_unread=counted[3]),
    )


@router.get("/{conversation_id}")
async def show(conversation_id: UUID, caller: DeskCaller, db: Transaction) -> Detail:
    """One conversation, with what the caller may do with it."""
    return await reading.detail(db, caller, conversation_id)


def _cursor(at: datetime, conversation_id: UUID) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()} {conversation_id}".encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, UUID]:
    try:
        at, conversation_id = base64.urlsafe_b64decode(cursor).decode().split(" ")
        return datetime.fromisoformat(at), UUID(conversation_id)
    except (ValueError, binascii.Error) as error:
        raise Invalid("cursor", "cursor: use the next_cursor of the page before.") from error
