"""The values that a template's buttons are sent with: one kind of button a file, found by listing the folder.

``check(button, parameters, where)`` raises Refusal for what that button can not take; ``parameters`` is never empty.
``SUB_TYPE`` is what a send calls the button where that is not its own name. A kind without a file takes no values.
"""

import importlib
import pkgutil
from types import ModuleType
from typing import Any

from parley_emulator.graph.refusal import Refusal

KINDS: dict[str, ModuleType] = {
    info.name: importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)
}


def check_tap(button: dict[str, Any], component: dict[str, Any], where: str) -> None:
    """``component``: the part of the send that names this button by its index. Raises Refusal."""
    kind = str(button.get("type", "")).lower()
    known = KINDS.get(kind)
    sub_type = getattr(known, "SUB_TYPE", kind)
    given = component.get("sub_type")
    if given is None:
        raise Refusal(131008, f"{where} needs sub_type.")
    if str(given).lower() != sub_type:
        raise Refusal(132012, f"{where}: Format mismatch, expected {sub_type.upper()}, received {str(given).upper()}")
    parameters = list(component.get("parameters") or [])
    if parameters and known is None:
        raise Refusal(132018, f"{where} takes no parameters.")
    if parameters and known is not None:
        known.check(button, parameters, where)
