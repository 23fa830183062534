"""A benchmark that reads a text as if it were met first must have forgotten every answer about it."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

from benchmarks import forgetting
from parley.core import policy

OF_TEXTS = {"text", "parts"}  # what the functions call them


def test_every_answer_about_a_text_is_forgotten() -> None:
    forgotten = {id(each) for each in forgetting.REMEMBERED}
    assert [f"{each.__module__}.{each.__qualname__}" for each in _remembering() if id(each) not in forgotten] == []


def _remembering() -> Iterator[Any]:
    """The functions that remember what they said of texts."""
    for info in pkgutil.walk_packages(policy.__path__, f"{policy.__name__}."):
        module = importlib.import_module(info.name)
        own = [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]
        remembering = [each for each in own if hasattr(each, "cache_info")]
        yield from (each for each in remembering if OF_TEXTS & inspect.signature(each).parameters.keys())
