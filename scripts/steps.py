"""Runs named steps one after the other, goes on after a failure, and says at the end what failed."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"

Step = Callable[[], bool]


class Stop(Exception):
    """One sentence for the person at the terminal: what is missing, and what to do."""


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> bool:
    """Run a command with its output on the terminal; whether it succeeded."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, env=os.environ | (env or {}), check=False).returncode == 0


def begun(*command: str | Path, cwd: Path = ROOT) -> Step:
    """Start a command that one core is enough for, beside the steps that follow; the step shows what it said."""
    said = tempfile.TemporaryFile(mode="w+")  # noqa: SIM115 - the step closes it
    running = subprocess.Popen([str(word) for word in command], cwd=cwd, stdout=said, stderr=subprocess.STDOUT)

    def ended() -> bool:
        succeeded = running.wait() == 0
        with said:
            said.seek(0)
            print(said.read(), end="", flush=True)
        return succeeded

    return ended


def run_all(steps: Sequence[tuple[str, Step]]) -> list[str]:
    """Run every step and answer the names of those that failed."""
    failed = []
    for name, step in steps:
        print(f"── {name}", flush=True)
        started = time.monotonic()
        try:
            succeeded = step()
        except Stop as reason:
            print(reason, flush=True)
            succeeded = False
        took = time.monotonic() - started
        print(f"── {name}: {'ok' if succeeded else 'FAILED'} in {took:.1f} s\n", flush=True)
        if not succeeded:
            failed.append(name)
    return failed


def finish(failed: Sequence[str]) -> None:
    """Leave with an exit code, and with the names of what failed as the last word."""
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
        sys.exit(1)
