"""A reply that waits for the customer's next message, since the window is closed: when it leaves, and when it stays.

One at a time in a conversation: whoever has the conversation may change its words or take it back, and two texts of
different days would not fit behind one message of the customer. It belongs to the conversation, not to its writer, so
it also leaves when they have gone home. What the customer writes is not judged: it leaves below "never mind" too,
and the conversation stays somebody's turn, who sees both.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from parley.core.conversation.conversation import Conversation
from parley.core.messages import Content

Stopped = Literal["opted_out", "too_old", "closed", "bot_has_it", "elsewhere", "refused"]
# After a week a question is mostly answered, or another one: whoever has it looks at the words before they go.
WAITS_FOR = timedelta(days=7)
# What ended it, for whoever has the conversation. Where the gate refused, its own finding says so.
WHY: dict[Stopped, str] = {
    "opted_out": "The customer asked not to be written to after this was written.",
    "too_old": "The customer did not write within seven days.",
    "closed": "The conversation was resolved.",
    "bot_has_it": "The bot got the conversation, and only one voice answers.",
    "elsewhere": "A colleague answers from the phone, or another application does.",
    "refused": "The policy refused it when the customer wrote.",
}
# Where the reason is a clause of the policy, and not ours.
BY_CLAUSE: dict[Stopped, str] = {"opted_out": "B7"}


@dataclass(frozen=True)
class WaitingReply:
    """``written_by`` and ``written_at`` are of the words as they are now. ``stopped``: '' while it waits.

    ``refusal``: the gate's words, where it was the gate that stopped it.
    """

    conversation_id: UUID
    reply_id: UUID
    content: Content
    reply_to: str
    written_by: UUID
    written_at: datetime
    until: datetime
    stopped: Stopped | Literal[""] = ""
    refusal: dict[str, Any] | None = None

    def stopped_by(self, now: datetime) -> Stopped | Literal[""]:
        """Why it will not leave any more; '' while it may."""
        return self.stopped or ("too_old" if now >= self.until else "")


def when_the_customer_writes(
    reply: WaitingReply, conversation: Conversation, *, elsewhere: bool, now: datetime
) -> Literal["leaves", "waits"] | Stopped:
    """What becomes of it now that they have written. ``elsewhere``: somebody speaks who does not speak from here."""
    stopped = reply.stopped_by(now)
    if stopped:
        return stopped
    if conversation.owner_kind in ("bot", "nobody"):  # the bot answers this very message
        return "bot_has_it"
    if elsewhere:
        return "elsewhere"
    opened = conversation.window_expires_at is not None and now < conversation.window_expires_at
    return "leaves" if opened else "waits"  # news that comes a day late opens no window
