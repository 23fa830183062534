"""The pictures of the docs are those that the docs name, and all of them come from a journey."""

import re
from pathlib import Path

import pytest

from scripts import pictures
from scripts.pictures import PICTURES, named
from scripts.steps import Stop
from tests.shape.files import ROOT


def test_every_picture_that_the_docs_name_is_there_and_none_is_left_over() -> None:
    assert {path.name for path in PICTURES.glob("*.png")} == set(named())


def test_every_picture_of_the_docs_is_taken_by_a_journey() -> None:
    journeys = "\n".join(path.read_text() for path in (ROOT / "tests" / "journeys").glob("*.py"))
    taken = {re.sub(r"\{[^}]*\}", ".*", name) for name in re.findall(r"picture\([^\n]*?f?\"([^\"]+)\"\)", journeys)}
    untaken = [name for name in named() if not any(re.fullmatch(f"{each}.png", name) for each in taken)]
    assert untaken == []


def test_a_picture_that_no_journey_took_leaves_the_earlier_ones_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / "earlier"
    earlier.mkdir()
    (earlier / "desk.png").write_bytes(b"earlier")
    monkeypatch.setattr(pictures, "PICTURES", earlier)
    with pytest.raises(Stop, match="No journey takes"):
        pictures.keep(tmp_path)
    assert (earlier / "desk.png").read_bytes() == b"earlier"
