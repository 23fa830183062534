"""``make test``: the pages' unit tests, storage on Debian's PostgreSQL, whole products, then all other tests."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import browser, web
from scripts.steps import BIN, ROOT, Stop, finish, run, run_all

CI = os.environ.get("CI", "").lower() in ("1", "true")
DEMO, JOURNEYS = "tests/demo/test_check.py", "tests/journeys"  # each runs a whole product, journeys a browser as well
DATABASE_TESTS = ("tests/storage", "tests/shape/test_schema.py", "tests/actions", "tests/ingest")
PYTEST = (BIN / "python", "-m", "pytest")  # so that the plug-in in this folder is found
EVERY_CORE = (
    "-n",
    "auto",
    "--dist",
    "loadfile",
    "--no-loadscope-reorder",
)  # a file's tests share what they set up, so they stay together
STRICT = ("-p", "scripts.no_skips") if CI else ()


def main() -> None:
    """Everything, the most tests last, so that their summary is the end of the output; or what the arguments name."""
    if sys.argv[1:]:
        finish(run_all((("pytest", lambda: run(*PYTEST, *STRICT, *sys.argv[1:], env=_browser())),)))
        return
    with TemporaryDirectory(prefix="parley-models-") as models:  # the demo's bot is taught once, not in each step
        os.environ["PARLEY_TEST_MODELS"] = models
        failed = _everything()
    finish(failed)


def _everything() -> list[str]:
    return run_all(
        (
            ("vitest: the pages' unit tests", _web),
            ("pytest: storage on Debian's PostgreSQL", _debian_postgres),
            ("pytest: the demo, killed and restarted", _demo),
            ("pytest: journeys in the browser", _journeys),
            ("pytest: all others, on the embedded PostgreSQL", _others),
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
    return run("sh", ROOT / "scripts" / "with_debian_postgres.sh", *PYTEST, *STRICT, *EVERY_CORE, *DATABASE_TESTS)


def _demo() -> bool:
    """By itself: how long its customers wait while everything is killed must not hang on what else runs."""
    return run(*PYTEST, *STRICT, DEMO)


def _journeys() -> bool:
    """One after the other: two products and two browsers on two cores wait for each other."""
    return run(*PYTEST, *STRICT, JOURNEYS, env=_browser())


def _others() -> bool:
    return run(*PYTEST, *STRICT, *EVERY_CORE, "tests", *(f"--ignore={each}" for each in (DEMO, JOURNEYS)))


def _browser() -> dict[str, str]:
    """Where the browser of the journeys is, as their setting; on the build server its lack stops the run."""
    try:
        return {"PARLEY_TEST_BROWSER": str(browser.find_or_install())}
    except Stop as reason:
        if CI:
            raise
        print(f"The journeys are skipped. {reason}")
        return {}


if __name__ == "__main__":
    main()
