"""The message types, one a file, found by listing the folder.

``check(content)`` raises Refusal for what a business may not send; a type without it is never sent by a business.
``show(content, world)`` gives the parts that a phone shows.
"""

import importlib
import pkgutil
from contextlib import suppress
from types import ModuleType
from typing import Any

from parley_emulator.state.records import Message
from parley_emulator.state.world import World

TYPES: dict[str, ModuleType] = {
    info.name: importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)
}


def show(message: Message, world: World) -> dict[str, Any]:
    """What a phone shows of it; a type without a file shows its name."""
    known = TYPES.get(message.type)
    shown: dict[str, Any] = {"text": f"[{message.type}]"}
    if known:
        # A tester may have a customer send anything; the chat must stay readable.
        with suppress(AttributeError, KeyError, TypeError, ValueError):
            shown = known.show(message.object(), world)
    return {"type": message.type, **shown}
