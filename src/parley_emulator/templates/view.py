"""A template as the Graph API shows it."""

from typing import Any

import msgspec

from parley_emulator.state.records import Template

FIELDS = ("name", "parameter_format", "components", "language", "status", "category", "id")


def view(template: Template) -> dict[str, Any]:
    """All fields there are."""
    whole: dict[str, Any] = msgspec.to_builtins(template)
    del whole["waba_id"]
    return whole
