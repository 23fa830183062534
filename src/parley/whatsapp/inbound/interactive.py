"""Answers to messages with buttons, lists and forms of ours."""

import json
from collections.abc import Callable
from typing import Any

from parley.core.messages import Content, FormAnswer, FormField, Reply, SystemNote
from parley.whatsapp.event import text_at

TYPES = ("interactive",)
MOST, LONGEST = 100, 2000
# How a form is told from another, not an answer to it.
NOT_ANSWERS = frozenset({"flow_token"})


def read(message: dict[str, Any], kind: str) -> Content:
    """``{"interactive": {"type": "button_reply", "button_reply": {"id", "title"}}}``; KeyError for other types."""
    given = message["interactive"]
    return READERS[given["type"]](given[given["type"]])


def _button(tapped: dict[str, Any]) -> Reply:
    return Reply(str(tapped["id"]), str(tapped["title"]), "button")


def _row(tapped: dict[str, Any]) -> Reply:
    return Reply(str(tapped["id"]), str(tapped["title"]), "list", text_at(tapped, "description"))


def _form(filled: dict[str, Any]) -> FormAnswer:
    """``response_json`` is text with JSON in it, which may be broken or missing."""
    return FormAnswer(text_at(filled, "name") or "flow", tuple(_answers(_json(filled)))[:MOST], text_at(filled, "body"))


def _json(filled: dict[str, Any]) -> Any:
    text = filled.get("response_json")
    try:
        return json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        return {"answer": text}


def _answers(value: Any, name: str = "") -> list[FormField]:
    if isinstance(value, dict):
        return [one for key, each in value.items() if key not in NOT_ANSWERS for one in _answers(each, key)]
    if isinstance(value, list):
        return [one for each in value for one in _answers(each, name)]
    words = str(value) if not isinstance(value, bool) else "Yes" if value else "No"
    return [] if value is None or words == "" else [FormField(name, words[:LONGEST])]


def _calls(answered: dict[str, Any]) -> SystemNote:
    allows = text_at(answered, "response") == "accept"
    return SystemNote("call_permission", "The customer allows calls" if allows else "The customer does not allow calls")


READERS: dict[str, Callable[[dict[str, Any]], Content]] = {
    "button_reply": _button,
    "list_reply": _row,
    "nfm_reply": _form,
    "call_permission_reply": _calls,
}
