"""Finds the browser of the journeys, and installs Debian's where it is missing and that may be done.

Best is Chromium without its own window, which is the same engine: the window's buttons and menus are pages of their
own, and a story costs three times the work with them.
"""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from scripts.steps import Stop

WINDOWLESS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = (*WINDOWLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CI = os.environ.get("CI", "").lower() in ("1", "true")


def find() -> Path | None:
    """``PARLEY_TEST_BROWSER``, or the first one on the path."""
    named = os.environ.get("PARLEY_TEST_BROWSER")
    found = named or next((path for name in NAMES for path in [shutil.which(name)] if path), None)
    return Path(found) if found else None


def find_or_install() -> Path:
    """The browser; raises ``Stop`` with the remedy where there is none."""
    found = find()
    if found is None and may_install():
        found = _installed()
    elif found is not None and CI and may_install() and not _is_as_wanted(found):
        with suppress(Stop):
            install(WINDOWLESS[0])
        found = find()
    if found is None or not found.exists():
        raise Stop(
            "The journeys need Chromium or Chrome, and there is none here. Install it (Debian: apt install chromium; "
            "Ubuntu: snap install chromium; macOS: brew install chromium), or name one with PARLEY_TEST_BROWSER."
        )
    return found


def _installed() -> Path | None:
    try:
        install(WINDOWLESS[0])
    except Stop:  # not every Debian has it
        install("chromium")
    return find()


def _is_as_wanted(found: Path) -> bool:
    return found.name in WINDOWLESS or "PARLEY_TEST_BROWSER" in os.environ


def may_install() -> bool:
    """Whether this is root on a Debian."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """``apt-get install``, quietly; raises ``Stop`` if it can not."""
    print(f"installing Debian's {package} …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        done = subprocess.run(
            ["apt-get", "-qq", *command], env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Stop(f"Debian's {package} could not be installed ({last}). Run: apt-get install {package}")
