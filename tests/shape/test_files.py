import ast
import re
from pathlib import Path

import pytest

from tests.shape.files import ROOT, modules, parsed, tracked

BINARY = {".png", ".jpg", ".jpeg", ".webp", ".woff2", ".ico", ".onnx", ".gz", ".pdf", ".mp3", ".ogg", ".npz"}
# Put together here, so that this file does not name them.
REGISTRIES = re.compile(
    "|".join(["py" + r"pi\.org", "pythonhosted" + r"\.org", "npm" + r"js\.(org|com)", "yarnpkg" + r"\.com"])
)
MACHINE = re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/\w")


def readable() -> list[Path]:
    return [path for path in tracked() if path.suffix not in BINARY]


def test_no_file_names_the_host_of_a_registry() -> None:
    """Where packages come from is the machine's own setting."""
    named = [str(path) for path in readable() if REGISTRIES.search(path.read_text(errors="replace"))]
    assert named == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    named = [str(path) for path in readable() if MACHINE.search(path.read_text(errors="replace"))]
    assert named == []


def test_nothing_belongs_to_one_build_server() -> None:
    assert [
        path for path in tracked() if path.parts[len(ROOT.parts)] in {".github", ".gitlab-ci.yml", ".circleci"}
    ] == []


@pytest.mark.parametrize("folder", ["src", "scripts"])
def test_every_module_says_what_it_is_for(folder: str) -> None:
    silent = [
        str(each) for each in modules(ROOT / folder) if each.stat().st_size and not ast.get_docstring(parsed(each))
    ]
    assert silent == []


def test_every_line_ends_as_git_keeps_it() -> None:
    assert [str(path) for path in readable() if b"\r\n" in path.read_bytes()] == []
