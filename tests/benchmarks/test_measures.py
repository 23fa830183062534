import importlib
import re

import pytest

from benchmarks import measures
from benchmarks.__main__ import names
from benchmarks.figures import Figure, quantile
from tests.shape.files import ROOT

PAGE = (ROOT / "docs" / "benchmarks.md").read_text()


@pytest.mark.parametrize("name", names())
def test_every_measure_is_on_the_page_with_its_figures(name: str) -> None:
    assert re.search(rf"^## .*`{name}`$", PAGE, flags=re.MULTILINE), name


@pytest.mark.parametrize("name", names())
def test_every_measure_says_what_it_measures(name: str) -> None:
    module = importlib.import_module(f"{measures.__name__}.{name}")
    assert module.__doc__
    assert callable(module.measure)


def test_the_page_names_no_measure_that_is_gone() -> None:
    assert set(re.findall(r"^## .*`(\w+)`$", PAGE, flags=re.MULTILINE)) == set(names())


def test_half_an_aim_is_told_from_a_miss() -> None:
    assert [Figure("sent", rate, "messages/s", "more", 1000).standing for rate in (1000, 500, 499)] == [
        "met",
        "half",
        "missed",
    ]
    assert [Figure("answer", ms, "ms", "less", 100).standing for ms in (100, 200, 201)] == ["met", "half", "missed"]


def test_a_quantile_is_one_of_the_values() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([3, 1, 2], 0.99) == 3
