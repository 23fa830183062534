"""``make conformance``: how much of Meta's description the local platform answers."""

import sys
import tempfile
from pathlib import Path

from tests.conformance.description import operations
from tests.conformance.suite import run


def main() -> None:
    """The exit code is 1 where an operation is not answered, or a written deviation is none any more."""
    with tempfile.TemporaryDirectory() as folder:
        report = run(Path(folder))
    for name, problem in report.open.items():
        print(f"not answered: {name}: {problem}")
    for name, reason in report.deviations.items():
        told = "no longer so" if name in report.idle_deviations else "deviates"
        print(f"{told}: {name}: {reason}")
    print(f"{len(report.answered)} of {len(operations())} operations")
    sys.exit(bool(report.open or report.idle_deviations))


if __name__ == "__main__":
    main()
