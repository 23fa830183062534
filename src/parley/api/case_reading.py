"""Cases as the API shows them: read, and put together."""

import base64
import binascii
from datetime import datetime
from typing import Any
from uuid import UUID

from parley.actions.case_words import words_of
from parley.api.models.case import AppealOut, CaseDetail, CaseMessage, CaseRow, may_read, row_of
from parley.api.models.message import line_of
from parley.core.errors import Invalid, NotFound
from parley.core.policy.cases import Voter
from parley.core.policy.cases.enforcement import appeal_for
from parley.storage import case_lists, cases, messages
from parley.storage.case_lists import ListedCase, Place, Reader
from parley.storage.database import Connection


async def rows(db: Connection, tenant_id: UUID, listed: list[ListedCase], voter: Voter, now: datetime) -> list[CaseRow]:
    """The cases with their votes."""
    cast = await cases.votes(db, tenant_id, [each.case_id for each in listed])
    return [CaseRow.of(each, cast[each.case_id], voter, now) for each in listed]


async def detail(
    db: Connection, tenant_id: UUID, case_id: UUID, voter: Voter, now: datetime, business: str
) -> CaseDetail:
    """Raises NotFound."""
    listed = await case_lists.one(db, tenant_id, Reader(voter.account_id, voter.role), case_id)
    if listed is None:
        raise NotFound("case")
    cast = (await cases.votes(db, tenant_id, [case_id]))[case_id]
    message_id = listed.message_id
    return CaseDetail.model_validate(
        {
            **row_of(listed, cast, voter, now),
            "subject": listed.subject,
            "words": await words_of(db, listed, now) if may_read(listed, voter) else [],
            "findings": listed.findings,
            "facts": listed.facts,
            "message": await _message(db, listed, voter),
            "verdicts": await case_lists.verdicts(db, tenant_id, message_id) if message_id else [],
            "appeal": _appeal(listed, business),
        }
    )


async def _message(db: Connection, listed: ListedCase, voter: Voter) -> CaseMessage | None:
    found = await messages.get(db, listed.tenant_id, listed.message_id) if listed.message_id else None
    if found is None:
        return None
    readable = may_read(listed, voter)
    values: dict[str, Any] = {
        name: getattr(found, name) for name in ("message_id", "direction", "type", "status", "at")
    }
    words = {"content": found.content, "text": line_of(found.content)} if readable else {"content": None, "text": ""}
    return CaseMessage.model_validate(values | words)


def _appeal(listed: ListedCase, business: str) -> AppealOut | None:
    if listed.kind != "enforcement":
        return None
    suggested = appeal_for(listed.facts, business)
    return AppealOut(text=listed.appeal_text, state=listed.appeal_state, suggested=suggested)


def cursor_of(place: Place) -> str:
    """Where the next page begins, for the caller to give back."""
    return base64.urlsafe_b64encode(f"{place.at.isoformat()} {place.case_id}".encode()).decode()


def place_in(cursor: str | None) -> Place | None:
    """Raises Invalid."""
    if not cursor:
        return None
    try:
        at, case_id = base64.urlsafe_b64decode(cursor).decode().split(" ")
        return Place(datetime.fromisoformat(at), UUID(case_id))
    except (ValueError, binascii.Error) as error:
        raise Invalid("cursor", "cursor: use the next_cursor of the page before.") from error
