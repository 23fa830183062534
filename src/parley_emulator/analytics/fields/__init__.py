"""The figures that an account can be asked for as a field, one a file, found by listing the folder.

``read(platform, account, asked)`` answers with the object of that name. Raises Refusal.
"""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

FIELDS: dict[str, Callable[[Platform, Account, Asked], dict[str, Any]]] = {
    info.name: importlib.import_module(f"{__name__}.{info.name}").read for info in pkgutil.iter_modules(__path__)
}
