from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.policy.identifiers import Turn, find_answer
from parley.core.policy.identifiers.asked import asked_in
from tests.core.policy.identifiers.dialogues import Dialogue, dialogues

# By themselves cards or identity numbers with right check digits, by chance; a message is read alone before its thread.
BY_CHANCE = {"pt - 3", "fr - 9", "fr - 10", "ar - 10"}


def turns(*written: str) -> list[Turn]:
    return [Turn(each[0] == ">", each[2:]) for each in written]


def found(before: Sequence[str], text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_answer(turns(*before), text)]


FOLDERS = ("", "fresh", "last")
READ = [each for folder in FOLDERS for each in dialogues(folder) if each.name not in BY_CHANCE]


@pytest.mark.parametrize("dialogue", READ, ids=lambda each: each.name)
def test_a_dialogue_keeps_what_is_no_identifier_and_nothing_else(dialogue: Dialogue) -> None:
    assert dialogue.is_right(), dialogue.kept()


def test_there_are_as_many_with_as_without_and_half_of_each_is_held_back() -> None:
    every = list(dialogues())
    assert {sign: sum(each.has_identifier is sign for each in every) for sign in (True, False)} == {True: 60, False: 60}
    assert sum(each.taught for each in every) == 60


@pytest.mark.parametrize(
    "before",
    [
        ["< What is your account number?", "> one moment please"],
        ["< What is your account number?", "< You will find it on your invoice."],
        ["< What is your account number?", "> 4417", "< Thanks, and the rest?"],
        ["< What is your account number?", "> •••• 0863", "> oh no, that was wrong"],
        ["< What is your account number?", "> why?", "< So that the refund reaches you. Please type it here."],
        ["< I have to verify your identity before I change the address."],
        ["> I have a new bank account", "< Great, go ahead"],
        ["< What is your account number?", "< Never send your password here."],
        ["< What is your account number?", "> my wife has it", "< No problem at all"],
        ["< Which account would you like the amount on?"],
    ],
)
def test_what_was_asked_for_stands_until_something_else_is(before: list[str]) -> None:
    assert found(before, "5528103947") == ["5528103947"]


@pytest.mark.parametrize(
    "before",
    [
        [],
        ["< What is your account number?", "> no", "< What is your order number?"],
        ["< What is your account number?", "> no", "< How far has the car gone?"],
        ["< What is your account number?", "> let me find my order first"],
        ["< Never send your account number here."],
        ["< We have your account, thank you. Which serial number has the router?"],
        ["< To verify your identity, please give me your phone number."],
        ["< Your parcel leaves tomorrow."],
        ["< Anything else about your account today?"],
        ["> there is something wrong with my account", "< I understand how annoying this is."],
        ["< What is your account number?", "> •••• 0863", "< Thank you, the refund is on its way."],
        ["< I have looked at your account. How much shall I move"],
        ["< What is your account number?", "> no", "< how far has the car gone"],
    ],
)
def test_what_was_not_asked_for_is_kept(before: list[str]) -> None:
    assert found(before, "5528103947") == []


@pytest.mark.parametrize("text", ["I paid 320000 pesos", "it is $320000", "320000 km", "320000€"])
def test_an_amount_is_no_answer(text: str) -> None:
    assert found(["< What is your account number?"], text) == []
    assert found(["< What is your account number?"], f"5528103947, and {text}") == ["5528103947"]


def test_a_date_beside_it_hides_no_number() -> None:
    assert found(["< Your name, account number and date of birth?"], "Ann Lee 14/02/1979, 8830174625") == ["8830174625"]
    assert found(["< Your name, account number and date of birth?"], "Ann Lee, 8830174625, 14/02/1979") == [
        "8830174625"
    ]


def test_pieces_make_a_number_only_if_one_was_asked_for() -> None:
    assert found(["< What is your account number?", "> first 44179"], "then 20863") == ["20863"]
    assert found(["< What is your order number?", "> first 44179"], "then 20863") == []
    assert found(["> first 44179"], "then 20863") == []


def test_a_year_until_which_it_is_valid_hides_no_number() -> None:
    assert found(["< What is your passport number?"], "561029384 2031") == ["561029384"]
    assert found(["< What is your account number?"], "5510 2938 2031") == ["5510 2938 2031"]


def test_a_full_number_is_no_ending_whatever_is_said_of_one() -> None:
    assert found(["< Your tax number, please?"], "sorry, 4819203756, not ending in 65") == ["4819203756"]
    assert found(["< Your tax number, please?"], "it ends in 3756") == []


def test_only_the_last_messages_are_read() -> None:
    long_ago = ["> hm"] * 20 + ["< What is your account number?", "> first 44179"]
    assert found(long_ago, "then 20863") == ["20863"]
    assert found(["< What is your account number?"] + ["> hm"] * 20, "5528103947") == []


def test_of_several_questions_an_identifier_prevails() -> None:
    asked, since = asked_in(turns("> hi", "< Your account number and your phone number, please?"))
    assert (asked, since) == (frozenset({"account"}), 1)


@given(st.lists(st.builds(Turn, st.booleans(), st.text(max_size=60)), max_size=6), st.text(max_size=60))
def test_any_thread_can_be_read_and_what_is_found_lies_in_the_text(before: list[Turn], text: str) -> None:
    for each in find_answer(before, f"{text} 5528103947"):
        assert 0 <= each.start < each.end <= len(text) + 11
