"""Ice breakers, commands, and the welcome message."""

import re
from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.number_view import automation_view
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.signs import EMOJI
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "conversational_automation"
SHAPE = Shape("WhatsAppBusinessBot", ("prompts", "commands", "enable_welcome_message"))
PROMPTS, PROMPT = 4, 80
COMMANDS, NAME, HINT = 30, 32, 256
COMMAND = re.compile(r"[A-Za-z0-9_]+")


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The same as the number's field shows."""
    return {"data": [automation_view(number)]}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    named: dict[str, Any] = {}
    if (welcome := call.flag("enable_welcome_message")) is not None:
        named["enable_welcome_message"] = welcome
    if call.body.get("prompts") is not None:
        named["prompts"] = _prompts(call.value("prompts"))
    if call.body.get("commands") is not None:
        named["commands"] = _commands(call.value("commands"))
    own = number.fields.get("conversational_automation", {})
    set_field(platform, number, "conversational_automation", {**own, **named})
    await platform.store.committed()
    return {"success": True}


def _prompts(given: Any) -> list[str]:
    if not isinstance(given, list) or len(given) > PROMPTS:
        raise Refusal(100, f"Param prompts must be an array of at most {PROMPTS} texts.")
    for each in given:
        if not isinstance(each, str) or not 1 <= len(each) <= PROMPT or EMOJI.search(each):
            raise Refusal(100, f"Param prompts: each has 1 to {PROMPT} characters and no emoji.")
    return given


def _commands(given: Any) -> list[dict[str, str]]:
    if not isinstance(given, list) or len(given) > COMMANDS or not all(isinstance(each, dict) for each in given):
        raise Refusal(100, f"Param commands must be an array of at most {COMMANDS} objects.")
    commands = [
        {
            "command_name": text_in(each, "command_name", "commands", NAME),
            "command_description": text_in(each, "command_description", "commands", HINT),
        }
        for each in given
    ]
    if not all(COMMAND.fullmatch(each["command_name"]) for each in commands):
        raise Refusal(100, "Param commands: a name is of letters, digits and underscores.")
    return commands
