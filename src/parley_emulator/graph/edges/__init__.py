"""The calls of the Graph API, one edge a file, found by listing the folder.

Each file has ``NODE`` (number, account, media or template), ``EDGE`` (empty for the node itself), and a function for
each method: ``get``, ``post``, ``delete``, taking the platform, the call and the node.
"""

import importlib
import pkgutil
from types import ModuleType


def _edges() -> dict[tuple[str, str], ModuleType]:
    modules = [importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    return {(module.NODE, module.EDGE): module for module in modules}


EDGES = _edges()
EDGE_NAMES = {edge for _, edge in EDGES}
