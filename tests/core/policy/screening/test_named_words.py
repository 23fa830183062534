from parley.core.policy.screening import medicines
from parley.core.policy.screening.known_words import vocabulary
from parley.core.policy.screening.named_words import is_unheard, is_word, listed
from parley.core.policy.screening.phrases import lexicon


def test_no_word_that_we_know_or_name_is_unheard() -> None:
    assert not [word for word in vocabulary() if is_unheard(word)]
    stems = [word.removesuffix("*") for word in (*lexicon().words, *listed())]
    assert not [word for word in stems if is_unheard(word)]
    assert not [stem for stem in stems if is_word(f"{stem}qxq") and is_unheard(f"{stem}qxq")]


def test_letters_that_begin_as_no_word_are_unheard_and_no_word() -> None:
    for letters in ("xqzvb", "kkwjqpistol", "ghjklmnb"):
        assert is_unheard(letters)
        assert not is_word(letters)


def test_a_medicine_of_letters_that_begin_as_no_word_is_a_word() -> None:
    assert is_unheard("xqzvbtinib")
    assert is_word("xqzvbtinib")


def test_the_last_letters_of_every_long_medicine_tell_that_it_may_be_one() -> None:
    long = [name for name in medicines.names() if len(name) >= medicines.TAIL and medicines.is_medicine(name)]
    assert long
    assert not [name for name in long if not medicines.may_end(name[-medicines.TAIL :])]
    assert not medicines.may_end("xqzvbkjhg")
