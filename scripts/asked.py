"""What the teaching scripts are asked for: to teach with the public sets, or to say whether their file is fresh."""

import argparse
import sys
from pathlib import Path
from typing import Protocol


class Taught(Protocol):
    """A model that says what it was made from."""

    @property
    def digest(self) -> str:
        """Of all that."""
        ...


def data_or_check(name: str, what: str, taught: Taught | None, digest: str) -> Path:
    """The folder of the sets. With ``--check`` it ends here: 0 if what was ``taught`` is of our sources as they are.

    For the check the sets need not be there. ``name``: of the script; ``what``: it teaches, as in "The lures".
    """
    asked = argparse.ArgumentParser(description=f"Teach: {what}.")
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--data", type=Path)
    chosen = asked.parse_args()
    if chosen.check:
        fresh = taught is not None and taught.digest == digest
        print(f"{what}: as new as our sources." if fresh else f"Run: python -m scripts.{name} --data FOLDER")
        sys.exit(not fresh)
    if chosen.data is None:
        asked.error("say where the public sets lie: --data FOLDER")
    folder: Path = chosen.data
    return folder
