"""What every management call meets: the permission of its token, and the account's limit of calls an hour."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.usage import ACTIVE, INACTIVE
from parley_emulator.platform import Platform

MESSAGING = frozenset({"messages", "marketing_messages", "messages_encrypted", "media", "calls", "thread_control"})
NEEDS = {
    "number": "whatsapp_business_management",
    "account": "whatsapp_business_management",
    "template": "whatsapp_business_management",
    "business": "business_management",
}
BOTH = "whatsapp_business_messaging"
# Calls on a number that the permission to send is enough for.
EITHER = frozenset({"register", "deregister", "whatsapp_business_profile", "block_users", "message_qrdls", ""})


def count_call(platform: Platform, call: Call, kind: str, node: Any) -> dict[str, str] | None:
    """The headers of the answer. Raises Refusal."""
    if kind in {"root", "app"}:
        return None
    if call.numbers and (scopes := call.numbers[0].fields.get("scopes")) is not None:
        _check_scopes(scopes, kind, call.edge)
    if call.edge in MESSAGING or kind == "media":
        return None
    account_id = _account_of(kind, node)
    if not account_id:
        return None
    is_active = any(number.registered and number.waba_id == account_id for number in call.numbers)
    most, now = ACTIVE if is_active else INACTIVE, platform.clock.now()
    taken = platform.usage.take(account_id, most, now)
    if not taken:
        raise Refusal(80007, "There have been too many calls to this WhatsApp Business Account.")
    return {"X-Business-Use-Case-Usage": platform.usage.header(account_id, most, now)}


def _check_scopes(scopes: list[str], kind: str, edge: str) -> None:
    needed = {BOTH} if edge in MESSAGING or kind == "media" else {NEEDS.get(kind, NEEDS["account"])}
    if kind == "number" and edge in EITHER:
        needed.add(BOTH)
    if not needed & set(scopes):
        code = 10 if needed == {BOTH} else 200
        named = " or ".join(sorted(needed))
        raise Refusal(code, message=f"(#{code}) Requires the permission {named} to manage the object")


def _account_of(kind: str, node: Any) -> str:
    if kind == "account":
        return str(node.id)
    return str(node.waba_id) if kind in {"number", "template"} else ""
