"""The buttons of a template: how many of each kind, in which order, and what each needs (reference 8.1)."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import text_in

MOST, LABEL, ADDRESS, PHONE, COUPON = 10, 25, 2000, 20, 20
MOST_OF = {"URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "OTP": 1}
KINDS = frozenset(
    {
        *("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW", "CATALOG", "MPM", "SPM", "OTP", "VOICE_CALL"),
        *("CALL_PERMISSION_REQUEST", "ORDER_DETAILS", "REQUEST_CONTACT_INFO"),
    }
)
# Their labels are WhatsApp's own, in the language of the phone.
UNLABELLED = frozenset({"COPY_CODE", "OTP", "CALL_PERMISSION_REQUEST", "REQUEST_CONTACT_INFO"})
VARIABLE = re.compile(r"\{\{.*?\}\}")


def check_buttons(buttons: list[dict[str, Any]]) -> None:
    """Raises Refusal."""
    if len(buttons) > MOST:
        raise Refusal(100, f"At most {MOST} buttons are allowed.")
    kinds = [kind_of(button) for button in buttons]
    for kind, most in MOST_OF.items():
        if Counter(kinds)[kind] > most:
            raise Refusal(100, f"At most {most} buttons of type {kind} are allowed.")
    if is_scattered([kind == "QUICK_REPLY" for kind in kinds]):
        raise Refusal(100, "Quick replies must be one block before or after the other buttons.")
    for button, kind in zip(buttons, kinds, strict=True):
        _check(button, kind)


def kind_of(button: dict[str, Any]) -> str:
    """In upper case. Raises Refusal for a kind there is not."""
    kind = str(button.get("type", "")).upper()
    if kind not in KINDS:
        raise Refusal(100, f"buttons.type must be one of {', '.join(sorted(KINDS))}.")
    return kind


def is_scattered(replies: list[bool]) -> bool:
    """Whether quick replies are on both sides of others, or others on both sides of them."""
    return sum(before != after for before, after in pairwise(replies)) > 1


def _check(button: dict[str, Any], kind: str) -> None:
    text_in(button, "text", "buttons", LABEL, required=kind not in UNLABELLED)
    if kind == "URL":
        _check_address(text_in(button, "url", "buttons", ADDRESS))
    elif kind == "PHONE_NUMBER":
        text_in(button, "phone_number", "buttons", PHONE)
    elif kind == "COPY_CODE":
        example = button.get("example")
        text_in({"example": example[0] if isinstance(example, list) and example else example}, "example", "buttons",
                COUPON)  # fmt: skip
    elif kind == "FLOW" and not any(button.get(name) for name in ("flow_id", "flow_name", "flow_json")):
        raise Refusal(100, "A button of type FLOW needs flow_id, flow_name or flow_json.")


def _check_address(url: str) -> None:
    found = VARIABLE.findall(url)
    if len(found) > 1 or (found and not url.endswith(found[0])):
        raise Refusal(100, "An address has one variable at most, at its end.")
