"""Why the platform refuses a send at once: one reason a file, found by listing the folder.

Each file has ``STAGE``, its place in the order, and ``check(send)``, which answers with a Refusal or with None.
"""

import importlib
import pkgutil
from collections.abc import Callable

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def _checks() -> list[Callable[[Send], Refusal | None]]:
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    return [module.check for module in sorted(modules, key=lambda module: (module.STAGE, module.__name__))]


CHECKS = _checks()
