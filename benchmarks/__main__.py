"""Runs all measures, or those named, and prints one JSON document; what a person reads goes to standard error."""

import argparse
import asyncio
import importlib
import json
import pkgutil
from pathlib import Path
from time import monotonic
from typing import Any

from benchmarks import measures
from benchmarks.machine import machine
from benchmarks.run import Run, say


def names() -> list[str]:
    """Every file of the folder ``measures``."""
    return sorted(info.name for info in pkgutil.iter_modules(measures.__path__))


async def run_all(wanted: list[str], run: Run) -> dict[str, Any]:
    """One after the other, on the same installation."""
    document: dict[str, Any] = {"machine": machine(), "measures": {}}
    try:
        for name in wanted:
            module = importlib.import_module(f"{measures.__name__}.{name}")
            say(f"{name}: {(module.__doc__ or '').splitlines()[0]}")
            started = monotonic()
            figures = await module.measure(run)
            for figure in figures:
                say(figure.line())
            say(f"  took {monotonic() - started:.0f} s")
            document["measures"][name] = [figure.plain() for figure in figures]
        if run.place.is_started:
            document["machine"]["postgresql"] = await run.place.postgresql()
    finally:
        await run.place.end()
    return document


def main() -> None:
    """See ``--help``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"which to run, all without one: {', '.join(names())}")
    parser.add_argument("--short", action="store_true", help="one round, fewer seconds")
    parser.add_argument("--large", action="store_true", help="lists with a million conversations too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the document there as well")
    asked = parser.parse_args()
    unknown = sorted(set(asked.name) - set(names()))
    if unknown:
        parser.error(f"there is no measure {unknown[0]}; there are {', '.join(names())}")
    document = json.dumps(asyncio.run(run_all(asked.name or names(), Run(asked.short, asked.large))), indent=1)
    if asked.json:
        asked.json.write_text(f"{document}\n")
    print(document)


if __name__ == "__main__":
    main()
