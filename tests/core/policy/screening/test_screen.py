import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from parley.commands.policy.evaluating.attacks import ATTACKS
from parley.core.policy.screening import HIT, screen, signs, strongest
from parley.core.policy.screening.phrases import lexicon

HARDEST = {
    "beside honest talk",
    "run together",
    "splitting, space",
}  # what stands between words is all that is left to go by
PLAIN = ("pistol", "cocaine", "cigarettes", "casino", "payday loan", "handgun ammunition")


def found_in(text: str) -> set[str]:
    return {hit.group for hit in signs(text) if hit.kind == "lexicon" and hit.strength >= HIT}


@given(some.sampled_from(PLAIN), some.lists(some.sampled_from(sorted(set(ATTACKS) - HARDEST)), min_size=1, max_size=1))
@settings(max_examples=200, deadline=None)
def test_a_breach_is_found_however_it_is_written(term: str, attacks: list[str]) -> None:
    written = term
    for attack in attacks:
        written = ATTACKS[attack](written)
    assert found_in(term) & found_in(written), written


@pytest.mark.parametrize("attack", sorted(set(ATTACKS) - HARDEST))
def test_hardly_any_term_of_the_lists_can_hide(attack: str) -> None:
    terms = sorted(
        {e.phrase for e in lexicon().entries if e.role == "strong" and "*" not in e.phrase and e.phrase.isalpha()}
    )
    tried = [term for term in terms[::20] if len(term) > 5 and term.isascii() and found_in(term)]
    hidden = [term for term in tried if not found_in(term) & found_in(ATTACKS[attack](term))]
    assert len(hidden) <= 0.08 * len(tried), hidden


@given(some.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_screened(text: str) -> None:
    assert all(0 <= hit.strength <= 1 for hit in screen(text))


def test_ordinary_talk_is_no_breach() -> None:
    assert strongest("Hello, where is my order? It was due yesterday.", "E4.1") is None
