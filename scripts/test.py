"""``make test``: the pages' unit tests, the storage tests on Debian's PostgreSQL, then all tests with the browser."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import browser, web
from scripts.steps import BIN, ROOT, Stop, finish, run, run_all

CI = os.environ.get("CI", "").lower() in ("1", "true")
DATABASE_TESTS = ("tests/storage", "tests/shape/test_schema.py", "tests/actions", "tests/ingest")
INSTALLATIONS = ("tests/journeys", "tests/demo")  # they wait for a running product more than they compute
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
    if sys.argv[1:]:
        return run(*PYTEST, *STRICT, *sys.argv[1:], env=found)
    return _side_by_side(found)


def _side_by_side(env: dict[str, str]) -> bool:
    """The tests of whole installations beside all others, in half the time; what the first said comes at the end."""
    whole = [*PYTEST, *STRICT, *INSTALLATIONS]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen([*map(str, whole)], cwd=ROOT, env=os.environ | env, stdout=said, stderr=said) as beside,
    ):
        try:
            others = run(*PYTEST, *STRICT, "tests", *(f"--ignore={folder}" for folder in INSTALLATIONS))
            print(f"── waiting for {' and '.join(INSTALLATIONS)}", flush=True)
            beside.wait()
        finally:
            beside.terminate()
        said.seek(0)
        print(said.read().decode(errors="replace"), flush=True)
    return others and beside.returncode == 0


if __name__ == "__main__":
    main()
