import tomllib

import pytest

from parley.core.policy.screening import lexicon as judging
from parley.core.policy.screening.phrases import Lexicon, entries_of, lexicon
from parley.core.policy.screening.reading import read

LISTS = """
clause = "E4.1"
[en]
strong = ["pistol*", "assault rifle*"]
weak = ["barrel"]
context = ["caliber"]
masks = ["water pistol*"]
unless = ["museum"]
[es]
strong = ["once"]
"""


@pytest.fixture(autouse=True)
def _these_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = Lexicon(entries_of(tomllib.loads(LISTS)))
    monkeypatch.setattr(judging, "lexicon", lambda: lists)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("a pistol for sale", 0.9),
        ("two assault rifles", 0.9),
        ("pistol and assault rifle", 0.95),
        ("a barrel of the right caliber", 0.65),
        ("a barrel of rain", 0.3),
        ("a pistol in the museum", 0.3),
        ("you may call me once this week please", None),  # a number in Spanish only
        ("a water pistol for children", None),
        ("an assault on the rifle club", None),
    ],
)
def test_words_count_by_role_and_language(text: str, strength: float | None) -> None:
    hits = judging.find(read(text))
    assert [hit.strength for hit in hits] == ([] if strength is None else [strength])


def test_every_list_of_the_package_can_be_read() -> None:
    assert {entry.clause for entry in lexicon().entries} >= {"E4.1"}
