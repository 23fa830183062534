import pkgutil
import re
from typing import get_args

import pytest

from parley import commands
from parley.core.conversation import OwnerKind, State
from parley.core.policy.facts import AuthorKind
from parley.core.policy.verdicts import Verdict
from parley.settings import Settings
from scripts import docs
from tests.shape.files import ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"


def test_the_reference_pages_are_what_the_code_says() -> None:
    for file, text in docs.pages().items():
        assert file.read_text() == text, f"{file.name}: run make docs"


def test_every_link_in_the_docs_leads_somewhere() -> None:
    assert docs.broken_links(docs.documents()) == []


def test_every_setting_says_what_it_does() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


def test_every_error_has_a_code_of_its_own_and_a_status() -> None:
    known = docs.error_classes()
    assert len({error.code for error in known}) == len(known) > 5
    assert all(400 <= docs.status_of(error) < 500 for error in known)


def test_every_route_says_what_it_does() -> None:
    silent = [(method, path) for method, path, route in docs.routes() if not route.get("description")]
    assert silent == []


def test_the_glossary_has_one_entry_for_each_word_in_order() -> None:
    words = entries()
    assert words == sorted(words, key=str.casefold)
    assert len({word.casefold() for word in words}) == len(words)


@pytest.mark.parametrize(
    "word", sorted({*get_args(State), *get_args(OwnerKind), *get_args(Verdict), *get_args(AuthorKind)})
)
def test_the_glossary_explains_the_words_of_the_core(word: str) -> None:
    explained = GLOSSARY.read_text().casefold()
    assert re.search(rf"\b{word.replace('_', '[ -]')}\b", explained), f"{word} is not in the glossary"


def test_decisions_are_numbered_without_gaps_and_name_the_road_not_taken() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for file in files:
        assert "## The road not taken" in file.read_text(), file.name


def test_commands_named_in_the_docs_are_there() -> None:
    """``make x`` and ``parley x`` in a page must be commands."""
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    programs = {info.name for info in pkgutil.iter_modules(commands.__path__)}
    for file in docs.documents():
        text = file.read_text()
        assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, flags=re.MULTILINE)) <= targets, file
        assert set(re.findall(r"(?:`|bin/)parley ([a-z]+)", text)) <= programs, file


def entries() -> list[str]:
    return re.findall(r"^\*\*(.+?)\*\*", GLOSSARY.read_text(), flags=re.MULTILINE)
