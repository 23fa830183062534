"""How a service is asked and how its answer is read: one form a file, found by its name.

Each has ``of_text``, ``of_file`` (None for what it can not read) and ``read``, which raises ValueError for nonsense.
"""

import importlib
from typing import Any, Protocol, cast

from parley.core.policy.screening.hits import Hit

Body = dict[str, Any]


class Form(Protocol):
    """What a module of this folder has."""

    def of_text(self, model: str, text: str) -> Body:
        """The question about a text."""
        ...

    def of_file(self, model: str, content: bytes, mime_type: str) -> Body | None:
        """The question about a file."""
        ...

    def read(self, answer: bytes) -> tuple[str, tuple[Hit, ...]]:
        """Which model answered, and what it objects to."""
        ...


def form_named(name: str) -> Form:
    """Raises ModuleNotFoundError for a form that there is no file of."""
    return cast(Form, importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))
