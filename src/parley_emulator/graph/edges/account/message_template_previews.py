"""What the fixed texts for one-time codes are in each language."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account
from parley_emulator.templates.authentication import BODIES, components, minutes_in

NODE = "account"
EDGE = "message_template_previews"


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Of the languages asked for, or of all."""
    if call.param("category").upper() != "AUTHENTICATION":
        raise Refusal(100, "Param category must be AUTHENTICATION.")
    languages = [each for each in call.param("languages").split(",") if each] or list(BODIES)
    minutes = minutes_in(call.param("code_expiration_minutes"))
    button = {"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy code"}
    secure = bool(call.flag("add_security_recommendation"))
    items = []
    for language in languages:
        parts = {each["type"]: each for each in components(language, secure, minutes, button)}
        shown = {"body": parts["BODY"]["text"], "buttons": [{"type": "OTP", "text": "Copy code"}], "language": language}
        items.append({**shown, "footer": parts["FOOTER"]["text"]} if "FOOTER" in parts else shown)
    return page(call, f"{account.id}/message_template_previews", items)
