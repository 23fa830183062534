"""A message with a category: only for accounts that may, in the few forms there are, and within its times."""

from parley_emulator.enforcement.restrictions import DIRECT_UTILITY, is_restricted
from parley_emulator.graph.refusal import Refusal
from parley_emulator.messages.interactive.button import has_code
from parley_emulator.sending.demand import is_true
from parley_emulator.sending.direct import CATEGORIES, TTL, is_direct
from parley_emulator.sending.send import Send
from parley_emulator.templates.heading import NAME
from parley_emulator.templates.tongues import is_in

STAGE = 21
TAPPED = frozenset({"button", "cta_url", "voice_call"})
LONGEST_TEXT = 1024


def check(send: Send) -> Refusal | None:
    """A category makes it one; a time to live without a category is refused."""
    if not is_direct(send.body):
        return None
    category = str(send.body.get("category") or "").lower()
    if category not in CATEGORIES:
        return Refusal(100, "Param category must be utility or authentication.")
    account = send.platform.world.accounts[send.number.waba_id]
    state = account.fields.get("direct_send")
    if state == "blocked" or (category == "utility" and is_restricted(account, DIRECT_UTILITY, send.now)):
        return Refusal(139200, "Direct Send is blocked for this account.")
    if state != "enabled":
        told = "requires Direct Send, which isn't enabled for this account. Use an approved message template instead."
        return Refusal(100, f"Parameter Invalid: The 'category' value {told}")
    send.direct = category
    return _form(send, category) or _time(send, category) or _config(send, category)


def _form(send: Send, category: str) -> Refusal | None:
    kind = str(send.content.get("type", "")).lower() if send.type == "interactive" else ""
    copies = kind == "button" and has_code(send.content)
    if send.type != "text" and (kind not in TAPPED or copies != (category == "authentication")):
        return Refusal(100, f"A message of type {send.type} cannot be sent with category {category}.")
    if copies and not is_in(send.content["body"]["text"], "en"):
        return Refusal(100, "A code to copy can only be sent with an English text.")
    if send.type == "text" and is_true(send.content.get("preview_url")):
        return Refusal(100, "text.preview_url cannot be used with category.")
    if send.type == "text" and len(send.content["body"]) > LONGEST_TEXT:
        return Refusal(131009, f"text.body is longer than {LONGEST_TEXT} characters, the most with category.")
    return None


def _time(send: Send, category: str) -> Refusal | None:
    seconds = send.body.get("ttl_seconds")
    least, most, _ = TTL[category]
    if seconds is None:
        return None
    if isinstance(seconds, bool) or not isinstance(seconds, int) or not least <= seconds <= most:
        return Refusal(100, f"Param ttl_seconds must be between {least} and {most}.")
    return None


def _config(send: Send, category: str) -> Refusal | None:
    config = send.body.get("direct_send_config")
    if config is None:
        return None
    if category != "utility":
        return Refusal(100, "direct_send_config can only be used with category utility.")
    name = config.get("template_name") if isinstance(config, dict) else None
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return Refusal(100, "direct_send_config.template_name must be lower-case letters, digits and underscores.")
    return None
