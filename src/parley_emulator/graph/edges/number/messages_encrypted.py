"""A send whose body is sealed for the platform. The key is the real platform's: here only the envelope is checked."""

import base64
import binascii
from typing import Any

import msgspec

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.accept import accept
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "messages_encrypted"
PARTS = 5


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The fourth part of the envelope is the message, open; so is the answer's."""
    sealed = call.param("encrypted_contents").split(".")
    if len(sealed) != PARTS:
        raise Refusal(100, "Param encrypted_contents must be a JWE in its compact form: five parts with dots between.")
    message = _opened(sealed[3])
    answer = await accept(platform, number, {"messaging_product": "whatsapp", **message})
    parts = [sealed[0], "", sealed[2], _closed(answer), sealed[4]]
    return {"encrypted_contents": ".".join(parts)}


def _opened(part: str) -> dict[str, Any]:
    try:
        message = msgspec.json.decode(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (binascii.Error, ValueError) as error:
        raise Refusal(100, "Param encrypted_contents can not be opened.") from error
    if not isinstance(message, dict):
        raise Refusal(100, "Param encrypted_contents can not be opened.")
    return message


def _closed(answer: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(answer)).decode().rstrip("=")
