"""What becomes of a send after it was accepted: one reason why it does not arrive a file, found by listing the folder.

``fate(send)`` answers with a Refusal that a status will carry, with ``"silent"`` when it is sent and nothing more
is heard of it, or with None.
"""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Literal

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

Fate = Refusal | Literal["silent"] | None


def _fates() -> list[Callable[[Send], Fate]]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}").fate for name in names]


FATES = _fates()


def fate_of(send: Send) -> Fate:
    """The first that applies; to a group there is none."""
    if send.group:
        return None
    return next((found for fate in FATES if (found := fate(send)) is not None), None)
