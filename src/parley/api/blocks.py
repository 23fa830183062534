"""Block a person for abuse, look at the blocks of others, lift them (C7)."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter

from parley.actions.block_person import block_person, confirm_block, lift_block
from parley.api.identity import Caller, DeskCaller, TheClock, Transaction
from parley.api.models.block import BlockIn, BlockOfPerson, BlockOut, Blocks
from parley.core.errors import Forbidden
from parley.storage import accounts, blocks, conversations
from parley.storage.blocks import Block
from parley.storage.database import Connection

router = APIRouter(tags=["blocks"])
MOST = 200
HOLDS = ("wanted", "blocked")


@router.get("/blocks")
async def index(caller: DeskCaller, db: Transaction) -> Blocks:
    """For those who supervise: who is blocked, by whom, why and until when; and the newest that are over."""
    if not caller.supervises:
        raise Forbidden("The list of blocked people is for those who supervise.")
    return Blocks(items=await _shown(db, caller, await blocks.listed(db, caller.tenant_id, MOST)))


@router.get("/conversations/{conversation_id}/block")
async def show(conversation_id: UUID, caller: DeskCaller, db: Transaction) -> BlockOfPerson:
    """Whether the person of that conversation is blocked, or WhatsApp would not block them."""
    talk = await conversations.get(db, caller.tenant_id, conversation_id)
    found = await blocks.newest(db, caller.tenant_id, talk.number_id, talk.contact_id)
    known = [found] if found and found.state != "lifted" else []
    return BlockOfPerson(block=next(iter(await _shown(db, caller, known)), None))


@router.post("/conversations/{conversation_id}/block", status_code=201)
async def create(
    conversation_id: UUID, body: BlockIn, caller: DeskCaller, db: Transaction, clock: TheClock
) -> BlockOut:
    """Block the person for abuse: for a day, until a colleague has looked at it. Nothing is said to them."""
    me, now = caller.account_id, clock.now()
    made = await block_person(db, caller.tenant_id, conversation_id, body.reason, body.note, by=me, now=now)
    return (await _shown(db, caller, [made]))[0]


@router.post("/blocks/{block_id}/confirmation")
async def create_confirmation(block_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> BlockOut:
    """Look at a colleague's block and leave it in force, for ninety days at most."""
    me, supervises = caller.account_id, caller.supervises
    seen = await confirm_block(db, caller.tenant_id, block_id, by=me, supervises=supervises, now=clock.now())
    return (await _shown(db, caller, [seen]))[0]


@router.delete("/blocks/{block_id}")
async def delete(block_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> BlockOut:
    """Lift it: the person may write again. What they stopped stays stopped."""
    me, supervises = caller.account_id, caller.supervises
    lifted = await lift_block(db, caller.tenant_id, block_id, by=me, supervises=supervises, now=clock.now())
    return (await _shown(db, caller, [lifted]))[0]


async def _shown(db: Connection, caller: Caller, found: Sequence[Block]) -> list[BlockOut]:
    people = {each.blocked_by for each in found} | {each.confirmed_by for each in found if each.confirmed_by}
    names = await accounts.names(db, caller.tenant_id, list(people))
    return [_one(caller, each, names) for each in found]


def _one(caller: Caller, each: Block, names: dict[UUID, str]) -> BlockOut:
    mine, holds = each.blocked_by == caller.account_id, each.state in HOLDS
    return BlockOut.model_validate(
        {
            **vars(each),
            "blocked_by": names.get(each.blocked_by, ""),
            "confirmed_by": names.get(each.confirmed_by, "") if each.confirmed_by else "",
            "may_confirm": holds and caller.supervises and not mine and each.confirmed_at is None,
            "may_lift": (holds or bool(each.trouble and each.state == "lifting")) and (caller.supervises or mine),
        }
    )
