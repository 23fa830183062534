"""A held message goes on its way, or its author is told why it does not."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from parley.actions.moving import Actor, make_move
from parley.core.conversation import WAITING_CLOSES_AFTER, Conversation
from parley.core.messages import Media, Reaction, kept_file, linked_files, plain_text
from parley.core.policy.cases import Case, Outcome
from parley.core.policy.rules.files_are_cleared import NAME as FILE_RULE
from parley.storage import cases, conversations, file_verdicts, messages, outbox
from parley.storage.database import Connection, tell_live
from parley.storage.messages import Message

LAST_TEXT = 200
REFUSED = "A second person looked at it and decided that it is not sent."
LAPSED = "Nobody decided in time whether it may be sent, so it was not."


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Released: to the sender, who asks the gate once more. Else it ends here."""
    if case.kind != "hold" or case.message_id is None or case.conversation_id is None:
        return
    conversation = await conversations.lock(db, case.tenant_id, case.conversation_id)
    message = await messages.get(db, case.tenant_id, case.message_id)
    if message is None or message.status != "held":
        return
    if not lapsed:
        await _remember_file(db, case, message, outcome, now)
    if outcome == "released":
        await _release(db, case, conversation, message, now)
    else:
        await _end(db, case, message, LAPSED if lapsed else REFUSED, await _reason(db, case))
    await tell_live(db, case.tenant_id, "message", case.conversation_id)


async def _remember_file(db: Connection, case: Case, message: Message, outcome: Outcome, now: datetime) -> None:
    """Where it was the file that people were asked about, their word holds for the same content from now on.

    Who refuses a file that has no words beside it refuses the file, whatever it was held for.
    """
    content = message.said
    verdict: Literal["cleared", "refused"] = "cleared" if outcome == "released" else "refused"
    links = [file.link for file in linked_files(content)]
    if links and FILE_RULE in case.holding_rules:
        await file_verdicts.keep_addresses(db, case.tenant_id, links, verdict, case_id=case.case_id, now=now)
    file = kept_file(content)
    if file is None:
        return
    wordless = isinstance(content, Media) and not content.caption
    if FILE_RULE in case.holding_rules or (verdict == "refused" and wordless):
        await file_verdicts.keep(db, case.tenant_id, file.media_id, verdict, case_id=case.case_id, now=now)


async def _release(db: Connection, case: Case, conversation: Conversation, message: Message, now: datetime) -> None:
    if not await outbox.release(db, case.tenant_id, message.message_id, list(case.holding_rules), now):
        return
    await messages.release(db, case.tenant_id, message.message_id)
    if isinstance(message.said, Reaction):
        return
    said = replace(
        conversation,
        last_message_at=now,
        last_message_text=plain_text(message.said)[:LAST_TEXT],
        last_message_from=message.author_kind,
    )
    if conversation.owner_id is not None and conversation.owner_id == message.author_id:
        author, due_at = Actor("agent", message.author_id), now + WAITING_CLOSES_AFTER
        if conversation.state in ("active", "waiting", "snoozed"):
            await make_move(db, said, "agent_replied", actor=author, due_at=due_at, now=now)
            return
    await conversations.save(db, said)


async def _reason(db: Connection, case: Case) -> str:
    """What whoever stopped it gave as the reason: the author learns most from that."""
    cast = (await cases.votes(db, case.tenant_id, [case.case_id]))[case.case_id]
    return next((each.note for each in cast if each.vote == "refuse"), "")


async def _end(db: Connection, case: Case, message: Message, sentence: str, reason: str) -> None:
    await outbox.end_held(db, case.tenant_id, message.message_id)
    found = case.gravest
    said_next = str(found.get("next_sentence", ""))
    error = {
        "code": "refused_by_policy",
        "clause": str(found.get("clause", "")),
        "sentence": f"{sentence} {found.get('sentence', '')}".strip(),
        "next_step": str(found.get("next_step", "none")),
        "next_sentence": " ".join(each for each in (f"“{reason}”" if reason else "", said_next) if each),
    }
    await messages.set_status(db, message, "refused", error=error)
