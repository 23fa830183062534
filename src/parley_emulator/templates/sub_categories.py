"""What a template is for beyond its category: to tell how an order goes on (pages on order status, May 2026)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.state.records import Template

ORDER_STATUS = "ORDER_STATUS"
ALL = ("CUSTOM", "ORDER_DETAILS", ORDER_STATUS)
# The order itself is given when it is sent.
PARTS = frozenset({"BODY", "FOOTER"})
NAME = "sub_category"


def sub_category_in(body: dict[str, Any]) -> str:
    """In upper case, empty where none is named. Raises Refusal for one that does not fit the rest."""
    told = str(body.get(NAME) or "").upper()
    if told and told not in ALL:
        raise Refusal(100, f"Param {NAME} must be one of {', '.join(ALL)}.")
    if told != ORDER_STATUS:
        return told
    if str(body.get("category")).upper() != "UTILITY":
        raise Refusal(100, f"A template of the sub-category {told} is of the category UTILITY.")
    if extra := {str(each.get("type")).upper() for each in body["components"]} - PARTS:
        raise Refusal(100, f"A template of the sub-category {told} has a body and a footer, and no {min(extra)}.")
    return told


def sub_category_of(template: Template) -> str:
    """Empty for most."""
    return str(template.fields.get(NAME) or "")
