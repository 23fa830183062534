"""The thread, and what people write into it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse

from parley.actions.mark_reading import mark_reading
from parley.actions.moving import Actor
from parley.actions.prepare_content import prepare_content
from parley.actions.show_typing import show_typing
from parley.actions.speaking import preview, said_before, speak
from parley.actions.write_note import write_note
from parley.api import errors, reading
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.content import read_content
from parley.api.models.decision import DecisionOut
from parley.api.models.message import Draft, Message, Note, Say, Thread
from parley.core.errors import RefusedByPolicy
from parley.core.policy.verdicts import Decision
from parley.storage import conversations
from parley.storage.messages import Message as SaidMessage

router = APIRouter(prefix="/conversations/{conversation_id}", tags=["messages"])


@router.get("/messages")
async def index(
    conversation_id: UUID,
    caller: DeskCaller,
    db: Transaction,
    before: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Thread:
    """A page of the thread, the newest without ``before``."""
    return await reading.thread(db, caller.tenant_id, conversation_id, before, limit)


@router.post("/messages", status_code=201, response_model=Message)
async def create(
    conversation_id: UUID, body: Say, caller: DeskCaller, db: Transaction, clock: TheClock, response: Response
) -> Message | JSONResponse:
    """Say something to the customer. The same idempotency key again answers with the first message.

    202: the message is kept and waits for a second person; ``held`` says why, and until when.
    """
    conversation = await conversations.lock(db, caller.tenant_id, conversation_id)
    said: SaidMessage | Decision | None = await said_before(db, conversation, body.idempotency_key)
    if said is None:  # a retry needs no template or file to be as it was
        content = await prepare_content(db, conversation, read_content(body.content))
        said = await speak(
            db,
            conversation,
            content,
            actor=Actor("agent", caller.account_id),
            now=clock.now(),
            idempotency_key=body.idempotency_key,
            owner_version=body.owner_version,
            reply_to=body.reply_to,
        )
    if isinstance(said, Decision):  # answered, not raised: the decision is on record once this transaction commits
        return errors.answer(RefusedByPolicy(said))
    if said.status == "held":
        response.status_code = 202
    return await reading.message(db, caller.tenant_id, conversation_id, said.message_id)


@router.post("/drafts")
async def check_draft(
    conversation_id: UUID, body: Draft, caller: DeskCaller, db: Transaction, clock: TheClock
) -> DecisionOut:
    """What the gate would say now, or of a reply that waits; nothing is kept."""
    conversation = await conversations.get(db, caller.tenant_id, conversation_id)
    content = await prepare_content(db, conversation, read_content(body.content))
    actor = Actor("agent", caller.account_id)
    said = await preview(db, conversation, content, actor=actor, now=clock.now(), waits=body.waits)
    return DecisionOut.of(said)


@router.post("/notes", status_code=201)
async def create_note(
    conversation_id: UUID, body: Note, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Message:
    """A note for colleagues; the customer never gets it."""
    note = await write_note(
        db, caller.tenant_id, conversation_id, body.text, account_id=caller.account_id, now=clock.now()
    )
    return await reading.message(db, caller.tenant_id, conversation_id, note.message_id)


@router.post("/reading", status_code=204)
async def read(conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> None:
    """The caller has read it: the customer sees blue ticks, if the conversation is the caller's."""
    await mark_reading(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())


@router.post("/typing", status_code=204)
async def typing(conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> None:
    """The caller is writing: the customer sees that for 25 seconds, if the conversation is the caller's."""
    await show_typing(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())
