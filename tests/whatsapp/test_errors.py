"""Every code of the platform's documentation has one remedy."""

import pytest

from parley.core.policy.cases.enforcement import REFUSALS
from parley.core.policy.refusals import RESTS, STOPPED_MARKETING, TEMPLATE_IS
from parley.whatsapp.errors import MEANINGS, REMEDIES, Meaning, Remedy, meaning_of

# The table of codes of the documentation, as of September 2026; runs are named by their first and last.
DOCUMENTED = [
    *(0, 1, 2, 3, 4, 10, 33, 100, 104, 190, 200, 250, 299, 368, 613, 803, 80007),
    *(130403, 130429, 130472, 130497),
    *(131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037, 131042, 131044, 131045, 131047),
    *(131048, 131049, 131050, 131051, 131052, 131053, 131055, 131056, 131057, 131059, 131062, 131063, 131064),
    *(132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132021, 132068, 132069),
    *(133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 133016),
    *(134011, 134100, 134101, 134102, 135000, 136024, 136025, 137000),
    *range(138000, 138019),
    *(138024, 138025, 141002),
    *range(139000, 139005),
    *range(139100, 139104),
    *(139200, 147001, 147002, 147003, 147004, 1752041),
    *(2388001, 2388103, 2494100, 2388019, 2388024, 2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299),
    *(2388318, 2388330, 2494191, 2593107, 2593108, 200005, 200006, 200007),
]
UNKNOWN = "WhatsApp refused the message."
RETRIED = {1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004}
NEVER_RETRIED = {131049, 131050, 130472, 131026, 368, 131031, 131048}


@pytest.mark.parametrize("code", DOCUMENTED)
def test_every_documented_code_has_a_remedy_of_its_own(code: int) -> None:
    meaning = meaning_of(code)
    assert meaning.remedy in REMEDIES
    assert meaning.sentence != UNKNOWN


@pytest.mark.parametrize(
    "code", [*range(138000, 138008), 138009, 138012, 138013, 138014, 138017, 138018, 138024, 138025]
)
def test_every_code_of_calls_that_a_page_explains_is_told_in_words_of_its_own(code: int) -> None:
    assert meaning_of(code).sentence != meaning_of(138099).sentence
    assert meaning_of(code).retriable == (code in {138002, 138004, 138005, 138013}), "they pass by themselves"


def test_what_the_documentation_says_to_try_again_is_tried_again_and_the_rest_of_a_send_is_not() -> None:
    assert all(meaning_of(code).retriable for code in RETRIED)
    assert not any(meaning_of(code).retriable for code in NEVER_RETRIED)


def test_every_sentence_is_one_sentence_of_plain_english() -> None:
    for code, meaning in MEANINGS.items():
        assert meaning.sentence[0].isupper() and meaning.sentence.endswith("."), code


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (190, "stop_number"),
        (131042, "stop_number"),
        (131048, "stop_number"),
        (132015, "stop_template"),
        (131050, "suppress_person"),
        (131047, "tell_human"),
        (130429, "wait"),
    ],
)
def test_the_gravest_codes(code: int, remedy: Remedy) -> None:
    assert meaning_of(code).remedy == remedy


@pytest.mark.parametrize(
    ("status", "transient", "remedy"),
    [
        (400, False, "tell_human"),
        (400, True, "retry"),
        (429, False, "retry"),
        (503, False, "retry"),
        (401, False, "stop_number"),
    ],
)
def test_an_unknown_code_falls_to_what_is_safe_for_its_class(status: int, transient: bool, remedy: Remedy) -> None:
    assert meaning_of(999999, status, transient=transient).remedy == remedy


def test_an_answer_without_a_code_is_no_bad_token() -> None:
    assert meaning_of(0, 502) == Meaning("retry", "WhatsApp did not answer as it should.")
    assert meaning_of(0, 403).remedy == "tell_human"


def test_what_rests_a_person_or_a_template_says_how() -> None:
    """A remedy without a consequence would be a word only."""
    of = {remedy: {code for code, each in MEANINGS.items() if each.remedy == remedy} for remedy in REMEDIES}
    assert of["suppress_person"] == {*RESTS, STOPPED_MARKETING}
    assert of["stop_template"] == set(TEMPLATE_IS)
    assert set(REFUSALS) <= set(MEANINGS)
    assert not any(MEANINGS[code].retriable for code in REFUSALS)


def test_a_limit_says_how_long_it_needs() -> None:
    assert meaning_of(131056).seconds == 4
    assert meaning_of(80007).seconds >= 60
    assert meaning_of(131000).seconds < 1
    timed = {code for code, each in MEANINGS.items() if each.seconds != Meaning("wait", "").seconds}
    assert all(MEANINGS[code].remedy == "wait" for code in timed)
