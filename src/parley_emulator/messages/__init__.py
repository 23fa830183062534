"""The message types, one a file, found by listing the folder.

``check(content)`` raises Refusal for what a business may not send; a type without it is never sent by a business.
``show(content, world)`` gives the parts that a phone shows.
"""

import importlib
import pkgutil
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
    shown: dict[str, Any] = known.show(message.object(), world) if known else {"text": f"[{message.type}]"}
    return {"type": message.type, **shown}
