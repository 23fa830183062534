"""The month that a command is about."""

import re
from datetime import UTC, datetime

import typer

from parley.core.pricing.months import MONTH


def named_month(month: str) -> str:
    """As written, this month in UTC if it is left out. Raises typer.BadParameter for what is no month."""
    named = month or f"{datetime.now(UTC):%Y-%m}"
    if not re.fullmatch(MONTH, named):
        raise typer.BadParameter("write the month as 2026-11")
    return named
