"""Why the platform refuses a send at once: one reason a file, found by listing the folder.

Each file has ``STAGE``, its place in the order, and ``check(send)``, which answers with a Refusal or with None. One
that counts has ``take(send)`` as well, for a send that no check refused: a refused one uses nothing up.
"""

import importlib
import pkgutil
from collections.abc import Callable
from types import ModuleType

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def _modules() -> list[ModuleType]:
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    return sorted(modules, key=lambda module: (module.STAGE, module.__name__))


CHECKS: list[Callable[[Send], Refusal | None]] = [module.check for module in _modules()]
TAKES: list[Callable[[Send], None]] = [module.take for module in _modules() if hasattr(module, "take")]
