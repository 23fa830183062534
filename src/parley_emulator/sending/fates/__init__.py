"""What becomes of a send after it was accepted: one reason why it does not arrive a file, found by listing the folder.

``fate(send)`` answers with a Refusal that a status will carry, with ``"silent"`` when it is sent and nothing more
is heard of it, or with None. What happens to one person does not happen to a group; ``IN_GROUPS`` does.
"""

import importlib
import pkgutil
from collections.abc import Callable
from types import ModuleType
from typing import Literal

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

Fate = Refusal | Literal["silent"] | None


def _fates() -> list[ModuleType]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]


FATES: list[Callable[[Send], Fate]] = [module.fate for module in _fates()]
IN_GROUPS: list[Callable[[Send], Fate]] = [module.fate for module in _fates() if getattr(module, "IN_GROUPS", False)]


def fate_of(send: Send) -> Fate:
    """The first that applies."""
    for fate in IN_GROUPS if send.group else FATES:
        if (found := fate(send)) is not None:
            return found
    return None
