"""Whom a text does not call would have found nothing in it."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from parley.core.policy.rulebook import RULES, Rule
from parley.core.policy.screening import lexicon, read
from parley.core.policy.screening.calling import Calls, Tree
from parley.core.policy.screening.concepts.marks import Words
from parley.core.policy.screening.concepts.vocabulary import Node as Going
from parley.core.policy.screening.concepts.vocabulary import choices, entries_of, vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.phrases import lexicon as lists
from parley.core.policy.screening.recognising import RECOGNISERS, found

Node = tuple[str, dict[str, "Node"]]  # the language of what ends here, and what follows
GOODS: dict[str, Node] = {"gun": ("en", {}), "machine": ("", {"gun": ("", {"oil": ("en", {})})})}
PESTS: dict[str, Node] = {"rata*": ("es", {}), "machine": ("", {"rat": ("any", {})})}
WORDS = frozenset(("gun", "machine", "oil", "rat", "rata*"))
HARMLESS = ("how to", "why", "my", "no", "we", "order 4021", "c@sh", "quiero", "mujhe", "don't", "www.a-b.top")


def calls() -> Calls:
    def tree(first: Mapping[str, Node]) -> Tree:
        return Tree(first, lambda node: node[1], lambda node: [node[0]] if node[0] else [], WORDS)

    return Calls([tree(GOODS), tree(PESTS)])


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("my gun", ["en"], 1),
        ("my gun", ["es"], 0),
        ("ratas", ["es"], 2),
        ("a machine gun", ["en"], 1),  # by its second word alone
        ("machine rat and gun", ["any", "en"], 3),
        ("machine", ["any", "en"], 0),
        ("", ["en"], 0),
    ],
)
def test_a_phrase_calls_whoever_knows_it_in_a_language_of_the_text(
    text: str, languages: list[str], expected: int
) -> None:
    assert calls().called(text.split(), {}, languages) == expected


def test_what_a_word_may_be_meant_as_calls_too_over_all_its_words() -> None:
    words = ["mach", "ine", "r@t"]
    assert calls().called(words, {0: [("machine", 2)]}, ["any"]) == 0
    assert calls().called(words, {0: [("machine", 2)], 2: [("rat", 1)]}, ["any"]) == 2
    assert calls().called(["machine", "r@t"], {1: [("rat", 1)]}, ["any"]) == 2
    assert calls().called(["machine", "rat"], {}, ["any"]) == 2
    assert calls().called(["g", "un"], {0: [("gun", 2)]}, ["en"]) == 1


def asking_everybody(text: str) -> list[Hit]:
    reading = read(text)
    return [*lexicon.find(reading), *(hit for each in RECOGNISERS for hit in each.find(reading))]


def phrases_of(file: str) -> Iterator[str]:
    return (fold(phrase) for _, _, entry in entries_of(file) for phrase in choices(entry))


@cache
def phrases() -> list[str]:
    listed = {entry.phrase for entry in lists().entries}
    named = {phrase for file in {file for each in RECOGNISERS for file in each.files} for phrase in phrases_of(file)}
    return [*sorted(phrase.replace("*", "s") for phrase in listed | named), *HARMLESS]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.name))
def test_what_rules_are_tried_with_calls_whoever_finds_something(rule: Rule) -> None:
    for matter in [*rule.breaches(), *rule.look_alikes()]:
        for text in matter.spoken:
            assert found(read(text)) == asking_everybody(text), text


@given(some.data())
@settings(max_examples=200, deadline=None)
def test_phrases_in_any_order_and_writing_call_whoever_finds_something(data: some.DataObject) -> None:
    places = some.integers(0, len(phrases()) - 1)  # there are hundreds of thousands, too many to draw from as values
    said = [phrases()[place] for place in data.draw(some.lists(places, min_size=1, max_size=8))]
    text = data.draw(some.sampled_from((" ", " ", " ", "-", ".", ""))).join(said)
    assert found(read(text)) == asking_everybody(text), text


def test_a_warning_that_nothing_calls_for_changes_nothing() -> None:
    text = "1,4-bdo 1/8 carry out the tax fraud"
    assert found(read(text)) == asking_everybody(text)


def test_what_goes_on_alike_is_one_node() -> None:
    waiting, nodes, ways = [vocabulary("harm").root], dict[int, Going](), 0
    while waiting:
        node = waiting.pop()
        ways += len(node.follows)
        waiting += [each for each in node.follows.values() if id(each) not in nodes]
        nodes |= {id(each): each for each in node.follows.values()}
    unlike = {(node.means, tuple((word, id(each)) for word, each in node.follows.items())) for node in nodes.values()}
    assert len(unlike) == len(nodes) < ways / 2


def test_a_text_of_numbers_alone_is_asked_for_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read("4929 3081 2245 9133, 12/03 1-2")
    assert "hi-Latn" in reading.languages  # as any language
    monkeypatch.setattr(Words, "call", lambda *_: pytest.fail("a recogniser was asked"))
    found(reading)
    assert not list(Words(reading).others(0))
