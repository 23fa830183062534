"""The provider's view: its Clients, what the gate decided for them, and what was set aside. No message texts.

Every file of the folder that has a ``router`` is part of it.
"""

import importlib
import pkgutil

from fastapi import APIRouter

router = APIRouter(tags=["provider"])
for _info in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
    _module = importlib.import_module(f"{__name__}.{_info.name}")
    if hasattr(_module, "router"):
        router.include_router(_module.router)
