"""Which word lists and text models a decision was made with: kept with it, so that it can be made again."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDERS = ("characteristics", "identifiers", "identity", "screening", "sanctions")
DATA = (".toml", ".npz", ".bin", ".csv", ".json")


@cache
def versions() -> dict[str, str]:
    """Folder → the first twelve hex digits of the SHA-256 over its data files."""
    root = files("parley.core.policy")
    return {name: _digest(root / name) for name in FOLDERS if (root / name).is_dir()}


def _digest(folder: Traversable) -> str:
    seen = hashlib.sha256()
    for each in _data(folder):
        seen.update(each.name.encode())
        seen.update(each.read_bytes())
    return seen.hexdigest()[:12]


def _data(folder: Traversable) -> list[Traversable]:
    found = []
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            found += _data(each)
        elif each.name.endswith(DATA):
            found.append(each)
    return found
