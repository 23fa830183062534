"""A sign-up's dialogue: its address, who may answer for it, and what each of its ends means (embedded sign-up)."""

import json
import re
from typing import Literal
from urllib.parse import urlencode, urlsplit

End = Literal["CANCEL", "ERROR", "DENIED", "CLOSED", "BLOCKED"]
# Meta's page is shown by several of its hosts, whichever was asked.
META = ("https://www.facebook.com", "https://web.facebook.com", "https://business.facebook.com")
COEXISTENCE = "whatsapp_business_app_onboarding"
STEPS = re.compile(r"[A-Z_]{1,60}")
LONGEST = 300
HOW_MANY_STEPS = 10  # those of parley connect; a test holds it to them
SENTENCES: dict[End, str] = {
    "CANCEL": "The dialogue was cancelled{at}. Nothing was connected: begin again when the business is ready.",
    "ERROR": "WhatsApp said in the dialogue: {message}{code}. Mend that there, or begin again.",
    "DENIED": "The business did not allow it. Nothing was connected: begin again, and choose to allow it.",
    "CLOSED": "The dialogue was closed before its end. Nothing was connected here: begin again.",
    "BLOCKED": "The browser did not open the dialogue. Allow pop-ups for this page and begin again.",
}


def address(
    dialogue: str, version: str, *, app_id: str, config: str, redirect_uri: str, state: str, in_app: bool
) -> str:
    """Where the dialogue is opened. ``in_app``: the number stays in the Business App."""
    extras = {"setup": {}, "featureType": COEXISTENCE if in_app else "", "sessionInfoVersion": "3"}
    asked = {"client_id": app_id, "redirect_uri": redirect_uri, "response_type": "code", "state": state}
    asked |= {"override_default_response_type": "true", "display": "popup", "extras": json.dumps(extras)}
    asked |= {"config_id": config} if config else {}
    return f"{dialogue}/{version}/dialog/oauth?{urlencode(asked)}"


def origins(dialogue: str) -> tuple[str, ...]:
    """Whose messages are the dialogue's; all others are of somebody else."""
    parts = urlsplit(dialogue)
    own = f"{parts.scheme}://{parts.netloc}"
    return META if own in META else (own,)


def sentence_of(end: End, *, step: str = "", message: str = "", code: str = "") -> str:
    """What happened and how to go on. What the page tells is shortened: it comes from a window of somebody else's."""
    at = f" at the step {step.replace('_', ' ').lower()}" if STEPS.fullmatch(step) else ""
    said = " ".join(message.split())[:LONGEST].rstrip(". ") or "no reason"
    number = f" (code {code})" if code.isdigit() else ""
    return SENTENCES[end].format(at=at, message=said, code=number)
