"""What stands in the way of a newcomer is one sentence with its remedy. Each is tried on the real script."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import browser, web
from scripts.steps import Step, Stop, begun, run_all
from tests.shape.files import ROOT

TOOLS = ("sh", "dirname", "awk", "cat", "cksum", "rm", "mkdir", "grep", "tail", "printf")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what setup reads, in a folder of its own."""
    copy = tmp_path / "project"
    (copy / "scripts").mkdir(parents=True)
    for name in ("requirements.lock", "pyproject.toml", "scripts/setup.sh"):
        shutil.copy(ROOT / name, copy / name)
    return copy


def path_with(folder: Path, *, df: str = "", python: str = "") -> Path:
    """A folder for PATH with the plain tools, and ``df`` or ``python3`` as scripts where they are given."""
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(str(shutil.which(tool)))
    for name, script in (("df", df or "echo; echo disk 0 0 99999999 0 /"), ("python3", python)):
        if script:
            (folder / name).write_text(f"#!/bin/sh\n{script}\n")
            (folder / name).chmod(0o755)
    return folder


def setup(project: Path, path: Path, **environment: str) -> str:
    """What setup says when it stops."""
    known = {"PATH": str(path), "HOME": str(project), "PIP_CONFIG_FILE": os.devnull, "UV_NO_CACHE": "1"} | environment
    command = [path / "sh", project / "scripts" / "setup.sh"]
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    return done.stderr.strip()


def this_python() -> str:
    return f'exec "{ROOT / ".venv" / "bin" / "python"}" "$@"'


def test_without_python_it_says_which_to_install(project: Path, tmp_path: Path) -> None:
    said = setup(project, path_with(tmp_path / "bin"))
    assert said.startswith("setup: parley needs Python 3.11 or newer, and there is none here. Install it")
    assert "\n" not in said


def test_an_old_python_is_none(project: Path, tmp_path: Path) -> None:
    said = setup(project, path_with(tmp_path / "bin", python="exit 1"))
    assert "needs Python 3.11 or newer" in said


def test_a_full_disk_is_told_before_anything_is_made(project: Path, tmp_path: Path) -> None:
    full = path_with(tmp_path / "bin", df="echo head; echo disk 9 9 102400 99% /", python=this_python())
    said = setup(project, full)
    assert said.startswith("setup: Only 100 MB of disk space are free here and parley needs")
    assert not (project / ".venv").exists()


def test_a_python_that_can_not_make_environments_names_the_package(project: Path, tmp_path: Path) -> None:
    """Debian's python3 without python3-venv: ensurepip is not there, and neither is a pip of the system's."""
    without = f'case "$*" in *ensurepip*|"-m venv"*|"-m pip"*) exit 1;; esac\n{this_python()}'
    said = setup(project, path_with(tmp_path / "bin", python=without))
    assert "can not make environments" in said
    assert "apt install python3." in said


def test_without_a_network_it_says_so(project: Path, tmp_path: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
    said = setup(project, path_with(tmp_path / "bin", python=this_python()), **nowhere)
    assert "The Python package index can not be reached. Check the network" in said


def test_without_node_and_network_the_pages_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(web, "_of_wheel", lambda: None)
    for name, value in {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_NO_CACHE_DIR": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(Stop, match=r"^The pages need Node 20\.19 or newer, and neither .* Install Node with npm"):
        web.find_node()


def test_an_unreachable_registry_of_javascript_packages_is_told() -> None:
    said = web._why_no_packages("npm error code ENOTFOUND\nnpm error network request failed")
    assert said.startswith("The registry of JavaScript packages can not be reached. Check the network")


def test_without_a_browser_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "may_install", lambda: False)
    with pytest.raises(Stop, match="Install it \\(Debian: apt install chromium"):
        browser.find_or_install()


def test_where_debian_has_no_browser_without_a_window_it_is_the_one_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []

    def install(package: str) -> None:
        if package in browser.WINDOWLESS:
            raise Stop("There is no such package.")
        installed.append(package)

    monkeypatch.setattr(browser, "install", install)
    monkeypatch.setattr(browser, "may_install", lambda: True)
    monkeypatch.setattr(browser, "find", lambda: Path(sys.executable) if installed else None)
    assert browser.find_or_install() == Path(sys.executable)
    assert installed == ["chromium"]


@pytest.mark.parametrize(("on_build_server", "asked_for"), [(True, ["chromium-headless-shell"]), (False, [])])
def test_the_build_server_alone_gets_a_browser_without_a_window_beside_another(
    monkeypatch: pytest.MonkeyPatch, on_build_server: bool, asked_for: list[str]
) -> None:
    asked: list[str] = []
    monkeypatch.delenv("PARLEY_TEST_BROWSER", raising=False)
    monkeypatch.setattr(browser, "CI", on_build_server)
    monkeypatch.setattr(browser, "install", asked.append)
    monkeypatch.setattr(browser, "may_install", lambda: True)
    monkeypatch.setattr(browser, "find", lambda: Path(sys.executable))
    assert browser.find_or_install() == Path(sys.executable)
    assert asked == asked_for


def test_a_failed_step_is_named_and_the_others_still_run(capfd: pytest.CaptureFixture[str]) -> None:
    def stops() -> bool:
        raise Stop("There is no wind.")

    assert run_all([("first", stops), ("second", lambda: False), ("third", lambda: True)]) == ["first", "second"]
    told = capfd.readouterr().out
    assert "There is no wind." in told
    assert "third: ok" in told


def test_what_runs_beside_the_others_is_told_in_its_turn(capfd: pytest.CaptureFixture[str]) -> None:
    def program(code: int) -> Step:
        return begun(sys.executable, "-c", f"print('said {code}'); raise SystemExit({code})")

    well, ill = program(0), program(3)
    assert run_all([("before", lambda: True), ("well", well), ("ill", ill)]) == ["ill"]
    told = capfd.readouterr().out
    assert told.index("before: ok") < told.index("said 0") < told.index("well: ok") < told.index("said 3")
