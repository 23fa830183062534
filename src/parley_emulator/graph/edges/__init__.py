"""The calls of the Graph API, one edge a file, found by listing the folder.

Each file has ``NODE`` and ``EDGE`` (empty for the node itself), and a function for each method: ``get``, ``post``,
``delete``, taking the platform, the call and the node. ``NODE`` is number, account, business, app, template, media, or
the kind of a thing (flow, group …). With ``REST = True`` a third part of the path is taken too, as ``call.rest``.
``SHAPE`` is what ``get`` answers with, so that ``fields`` can be held against it.
``NODE = "root"`` is a call that has no node: ``EDGE`` is its whole path; with ``OPEN = True`` it needs no token.
"""

import importlib
import pkgutil
from types import ModuleType


def _edges() -> dict[tuple[str, str], ModuleType]:
    modules = [
        importlib.import_module(info.name) for info in pkgutil.walk_packages(__path__, f"{__name__}.") if not info.ispkg
    ]
    return {(module.NODE, module.EDGE): module for module in modules}


EDGES = _edges()
EDGE_NAMES = {edge for kind, edge in EDGES if kind != "root"}
ROOTS = {edge: module for (kind, edge), module in EDGES.items() if kind == "root"}
