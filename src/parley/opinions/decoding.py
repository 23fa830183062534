"""Reads a service's answer as the form says it is."""

from typing import TypeVar

import msgspec

Answer = TypeVar("Answer")


def decoded(answer: bytes, form: type[Answer]) -> Answer:
    """Raises ValueError, without the words of the answer: they may repeat the text."""
    try:
        return msgspec.json.decode(answer, type=form)
    except msgspec.MsgspecError:
        raise ValueError("an answer of another form") from None
