"""``make test``: the pages' unit tests, the storage tests on Debian's PostgreSQL, then all tests with the browser."""

import os
import sys
from pathlib import Path

from scripts import browser, web
from scripts.steps import BIN, ROOT, Stop, finish, run, run_all

CI = os.environ.get("CI", "").lower() in ("1", "true")
DATABASE_TESTS = ("tests/storage", "tests/shape/test_schema.py", "tests/actions", "tests/ingest")
PYTEST = (BIN / "python", "-m", "pytest")  # so that the plug-in in this folder is found
STRICT = ("-p", "scripts.no_skips") if CI else ()


def main() -> None:
    """Everything; pytest comes last, so that its summary is the end of the output."""
    finish(
        run_all(
            (
                ("vitest: the pages' unit tests", _web),
                ("pytest: storage on Debian's PostgreSQL", _debian_postgres),
                ("pytest: everything on the embedded PostgreSQL, journeys in the browser", _everything),
            )
        )
    )


def _web() -> bool:
    node = web.find_node()
    web.install_packages(node)
    return run(*node.npm, "run", "--silent", "test", cwd=web.WEB, env=node.environment)


def _debian_postgres() -> bool:
    if not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) and "POSTGRES_BIN" not in os.environ:
        if browser.may_install():
            browser.install("postgresql")
        elif not CI:
            print("Left out: Debian's PostgreSQL is not here (apt install postgresql).")
            return True
    return run("sh", ROOT / "scripts" / "with_debian_postgres.sh", *PYTEST, *STRICT, *DATABASE_TESTS)


def _everything() -> bool:
    found = {}
    try:
        found = {"PARLEY_TEST_BROWSER": str(browser.find_or_install())}
    except Stop as reason:
        if CI:
            raise
        print(f"The journeys are skipped. {reason}")
    return run(*PYTEST, *STRICT, *sys.argv[1:], env=found)


if __name__ == "__main__":
    main()
