"""The commands of ``parley``: one module a command or group, found by listing this folder."""

import importlib
import pkgutil
from collections.abc import Iterable

import typer


def add_commands(to: typer.Typer, package: str, path: Iterable[str], called: str) -> None:
    """Add every module of the folder: its ``app`` as a group, else its function ``run`` as a command.

    The one that is called is loaded alone: the others' libraries would cost seconds and memory. All for the help.
    A word that Python keeps for itself ends in ``_``, which is no part of the command.
    """
    modules = {info.name.rstrip("_").replace("_", "-"): info.name for info in pkgutil.iter_modules(path)}
    for name in [called] if called in modules else modules:
        module = importlib.import_module(f"{package}.{modules[name]}")
        if hasattr(module, "app"):
            to.add_typer(module.app, name=name)
        elif hasattr(module, "run"):
            to.command(name)(module.run)
