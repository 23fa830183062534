"""Finds the browser of the journeys, and installs Debian's where it is missing and that may be done."""

import os
import shutil
import subprocess
from pathlib import Path

from scripts.steps import Stop

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> Path | None:
    """``PARLEY_TEST_BROWSER``, or the first one on the path."""
    named = os.environ.get("PARLEY_TEST_BROWSER")
    found = named or next((path for name in NAMES for path in [shutil.which(name)] if path), None)
    return Path(found) if found else None


def find_or_install() -> Path:
    """The browser; raises ``Stop`` with the remedy where there is none."""
    found = find()
    if found is None and may_install():
        install("chromium")
        found = find()
    if found is None or not found.exists():
        raise Stop(
            "The journeys need Chromium or Chrome, and there is none here. Install it (Debian: apt install chromium; "
            "Ubuntu: snap install chromium; macOS: brew install chromium), or name one with PARLEY_TEST_BROWSER."
        )
    return found


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
