import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shape.files import ROOT

CASES = """
import pytest

def test_passes(): pass

@pytest.mark.skip(reason="no browser here")
def test_is_skipped(): pass

@pytest.mark.xfail(reason="known")
def test_is_expected_to_fail(): assert False
"""


@pytest.mark.parametrize(
    ("plugin", "code", "summary"), [((), 0, "1 skipped"), (("-p", "scripts.no_skips"), 1, "1 error")]
)
def test_a_skipped_test_fails_where_nothing_may_be_left_out(
    tmp_path: Path, plugin: tuple[str, ...], code: int, summary: str
) -> None:
    (tmp_path / "test_cases.py").write_text(CASES)
    command = [sys.executable, "-m", "pytest", "-c", os.devnull, "-p", "no:cacheprovider", *plugin, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout
    assert summary in done.stdout
    assert "1 xfailed" in done.stdout
    assert ("no browser here" in done.stdout) == bool(plugin)
