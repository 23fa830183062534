"""What a template that is handed in must be; the rules of its parts come with their subcodes."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.filling import VARIABLE
from parley_emulator.templates.authentication import check_code
from parley_emulator.templates.buttons import MOST as MOST_BUTTONS
from parley_emulator.templates.buttons import check_buttons
from parley_emulator.templates.cards import check_cards
from parley_emulator.templates.header import check_header
from parley_emulator.templates.heading import check_heading
from parley_emulator.templates.parts import parts_of

TOO_LONG, BODY, FOOTER, TOO_MANY, EDGE = 2388040, 2388072, 2388073, 2388293, 2388299
FORMS = ("NAMED", "POSITIONAL")
NAMED = re.compile(r"[a-z][a-z0-9_]*")
LONGEST_BODY, LONGEST_OFFERED, LONGEST_FOOTER, OFFER = 1024, 600, 60, 16
WORDS_FOR_EACH_VARIABLE = 3  # how many the real platform wants is not told


def check_template(body: dict[str, Any]) -> None:
    """Raises Refusal."""
    category = check_heading(body)
    parts = parts_of(list_in(body, "components", "", 1, 10))
    if "BODY" not in parts:
        raise Refusal(100, "A component of type BODY is required.", subcode=BODY)
    if category == "AUTHENTICATION":
        check_code(parts)
        return
    form = str(body.get("parameter_format") or "POSITIONAL").upper()
    if form not in FORMS:
        raise Refusal(100, f"parameter_format must be one of {', '.join(FORMS)}.")
    text = str(parts["BODY"].get("text") or "")
    _check_body(text, form == "NAMED")
    _check_share(text)
    check_header(parts.get("HEADER", {}))
    _check_footer(str(parts.get("FOOTER", {}).get("text") or ""))
    _check_offer(parts)
    buttons = parts.get("BUTTONS", {})
    check_buttons(list_in(buttons, "buttons", "components", 0, MOST_BUTTONS) if buttons.get("buttons") else [])
    if "CAROUSEL" in parts:
        check_cards(parts["CAROUSEL"])


def _check_offer(parts: dict[str, dict[str, Any]]) -> None:
    """An offer that ends has no footer, and a shorter body."""
    if "LIMITED_TIME_OFFER" not in parts:
        return
    component = parts["LIMITED_TIME_OFFER"]
    text_in(object_in(component, "limited_time_offer", "components"), "text", "limited_time_offer", OFFER)
    if "FOOTER" in parts:
        raise Refusal(100, "A limited-time offer has no footer.", subcode=FOOTER)
    if len(str(parts["BODY"].get("text") or "")) > LONGEST_OFFERED:
        raise Refusal(100, f"With an offer the body has at most {LONGEST_OFFERED} characters.", subcode=TOO_LONG)


def _check_body(text: str, is_named: bool) -> None:
    if not text.strip():
        raise Refusal(100, "The body has no text.", subcode=BODY)
    if len(text) > LONGEST_BODY:
        raise Refusal(100, f"The body is longer than {LONGEST_BODY} characters.", subcode=TOO_LONG)
    if re.match(r"\{\{\s*\w+\s*\}\}", text.strip()) or re.search(r"\{\{\s*\w+\s*\}\}$", text.strip()):
        raise Refusal(100, "Variables can not be at the start or the end of the body.", subcode=EDGE)
    if re.sub(VARIABLE, "", text).count("{{"):
        raise Refusal(100, "The body has a broken variable.", subcode=BODY)
    names = VARIABLE.findall(text)
    if is_named:
        if not all(NAMED.fullmatch(name) for name in names):
            raise Refusal(100, "Names of variables hold lower-case letters, digits and underscores.", subcode=BODY)
        return
    if not all(name.isdigit() for name in names):
        raise Refusal(100, "Variables by position are numbers; parameter_format NAMED has names.", subcode=BODY)
    numbers = [int(name) for name in dict.fromkeys(names)]
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        raise Refusal(100, "Variables must be numbered from 1 on without a gap.", subcode=BODY)


def _check_share(text: str) -> None:
    """Variables need words around them that say what they are."""
    most = len(re.sub(VARIABLE, " ", text).split()) // WORDS_FOR_EACH_VARIABLE
    if len(set(VARIABLE.findall(text))) > most:
        told = f"The body has too many variables for its length. Use {most} at most, or say more around them."
        raise Refusal(100, told, subcode=TOO_MANY)


def _check_footer(text: str) -> None:
    if len(text) > LONGEST_FOOTER:
        raise Refusal(100, f"The footer has at most {LONGEST_FOOTER} characters.", subcode=TOO_LONG)
    if VARIABLE.search(text):
        raise Refusal(100, "The footer has no variables.", subcode=FOOTER)
