"""Messages with something to tap, and what customers tapped; one kind a file, found by listing the folder."""

import importlib
import pkgutil
from types import ModuleType
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import text_in
from parley_emulator.state.world import World

KINDS: dict[str, ModuleType] = {
    info.name: importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)
}


def check(content: dict[str, Any]) -> None:
    """As its kind demands. What only customers send has no check, and no business may send it."""
    _kind(content).check(content)


def check_direct(content: dict[str, Any]) -> None:
    """As a Direct Send, which may have more than others of that kind."""
    kind = _kind(content)
    getattr(kind, "check_direct", kind.check)(content)


def _kind(content: dict[str, Any]) -> ModuleType:
    name = text_in(content, "type", "interactive", 100).lower()
    kind = KINDS.get(name)
    if kind is None or not hasattr(kind, "check"):
        raise Refusal(131009, f"interactive.type '{name}' is not supported.")
    return kind


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """As its kind shows it."""
    kind = KINDS.get(str(content.get("type", "")).lower())
    shown: dict[str, Any] = kind.show(content, world) if kind else {"text": f"[{content.get('type')}]"}
    return shown
