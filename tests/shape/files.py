"""The project's own files, for the tests about its shape."""

import ast
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"


def tracked() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return sorted(path for name in listed.split("\0") if name for path in [ROOT / name] if path.is_file())


def modules(folder: Path = SOURCE) -> list[Path]:
    """Every Python module below the folder."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def parsed(module: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(module.read_text(), filename=str(module))


def dotted(module: Path) -> str:
    """``src/parley/core/errors.py`` is ``parley.core.errors``."""
    parts = list(module.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(module: Path) -> frozenset[str]:
    """Dotted names of all that a module imports, wherever in it the import stands: modules, and names from them."""
    return named_in(module).imported


@dataclass(frozen=True)
class Named:
    """What stands in a module. ``attributes``: (x, name) of every ``x.name``, x is empty where it is no plain name.

    ``called``: the same of every call, ('', name) where a plain name is called, with its first line.
    """

    imported: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    called: Mapping[tuple[str, str], int]
    texts: frozenset[str]


@cache
def named_in(module: Path) -> Named:
    """Read once for all tests: there are more than a thousand modules."""
    nodes = list(ast.walk(parsed(module)))
    called: dict[tuple[str, str], int] = {}
    for node in nodes:
        if isinstance(node, ast.Call):
            called.setdefault(_name(node.func), node.lineno)
    attributes = frozenset(_name(node) for node in nodes if isinstance(node, ast.Attribute))
    texts = frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return Named(frozenset(_imported(module, nodes)), attributes, called, texts)


def _name(node: ast.expr) -> tuple[str, str]:
    if isinstance(node, ast.Attribute):
        return getattr(node.value, "id", ""), node.attr
    return "", getattr(node, "id", "")


def _imported(module: Path, nodes: Iterable[ast.AST]) -> Iterator[str]:
    package = dotted(module).split(".")
    if module.name != "__init__.py":
        package = package[:-1]
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (base, *(f"{base}.{alias.name}" for alias in node.names))
