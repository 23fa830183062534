"""Whose turn it is in a thread: our application's, another's, Meta's agent's, or nobody's."""

from typing import Any

from parley_emulator import ids
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Number
from parley_emulator.webhooks.telling import tell

APP, OTHER_APP, AGENT, NOBODY = "app", "other_app", "ai_agent", ""
OWNERS = frozenset({APP, OTHER_APP, AGENT, NOBODY})
OTHER_APP_ID = "100000000000002"
AGENT_APP_ID = "100000000000003"
APPS = {APP: ids.APP_ID, OTHER_APP: OTHER_APP_ID, AGENT: AGENT_APP_ID}
ROLES = {APP: "escalation", OTHER_APP: "primary", AGENT: "ai_agent"}


def owner_of(chat: Chat, now: float) -> str:
    """After a day without a word of the customer nobody owns the thread."""
    return chat.owner if chat.owner and chat.is_open(now) else NOBODY


def is_elsewhere(chat: Chat, now: float) -> bool:
    """Whether our application only looks on."""
    return owner_of(chat, now) in {OTHER_APP, AGENT}


def set_owner(platform: Platform, chat: Chat, owner: str) -> str:
    """Who owned it before."""
    before = owner_of(chat, platform.clock.now())
    chat.owner = owner
    platform.world.save_chat(chat)
    return before


def tell_handover(platform: Platform, number: Number, chat: Chat, before: str, kind: str, **more: Any) -> None:
    """``kind``: control_passed or control_taken. The number is under ``recipient``, there is no ``metadata`` block."""
    detail = {
        "previous_owner_app_id": APPS.get(before, ""),
        "previous_owner_app_role": "meta_business_agent" if before == AGENT else "business_app",
        "previous_owner_role": ROLES.get(before, ""),
        "new_owner_role": ROLES.get(chat.owner, ""),
        **{name: value for name, value in more.items() if value},
    }
    value = {
        "messaging_product": "whatsapp",
        "sender": {"phone_number": chat.wa_id, "user_id": chat.user_id},
        "recipient": {"phone_number_id": number.id, "display_phone_number": number.digits},
        "timestamp": str(int(platform.clock.now())),
        "type": kind,
        kind: detail,
    }
    tell(platform, f"{number.id}:{chat.wa_id}", number.waba_id, "messaging_handovers", value)
