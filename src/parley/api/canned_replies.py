"""Replies that are written often."""

from fastapi import APIRouter

from parley.api.identity import DeskCaller, Transaction
from parley.api.models.desk import CannedReplies, CannedReply
from parley.storage import canned

router = APIRouter(prefix="/canned-replies", tags=["canned replies"])


@router.get("")
async def index(caller: DeskCaller, db: Transaction) -> CannedReplies:
    """All of them, by shortcut."""
    replies = await canned.list_all(db, caller.tenant_id)
    return CannedReplies(items=[CannedReply(shortcut=shortcut, text=text) for shortcut, text in replies])
