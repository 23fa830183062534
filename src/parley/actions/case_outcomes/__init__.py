"""What follows from the outcome of a case: one matter a file, found by its name.

Each has ``carry_out(db, case, outcome, lapsed, now)``. A matter without a file has nothing to be carried out: its
outcome is on record, and whoever asks the gate again reads it there.
"""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from datetime import datetime

from parley.core.policy.cases import Case, Outcome
from parley.storage.database import Connection

CarryOut = Callable[[Connection, Case, Outcome, bool, datetime], Awaitable[None]]


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Do what the outcome means; ``lapsed``: because nobody decided. The caller holds the case's lock."""
    if case.matter in {info.name for info in pkgutil.iter_modules(__path__)}:
        module = importlib.import_module(f"{__name__}.{case.matter}")
        chosen: CarryOut = module.carry_out
        await chosen(db, case, outcome, lapsed, now)
