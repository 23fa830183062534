from dataclasses import replace

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some

from parley.core.messages import Media
from parley.core.policy.examples import a_template, an_outbound
from parley.core.policy.facts import FileFacts, Outbound
from parley.core.policy.gate import decide
from parley.core.policy.opinions import READABLE, Opinion, opinion_from
from parley.core.policy.screening import Hit
from parley.core.policy.verdicts import SEVERITY

PHOTO = Media("image", "5b1f9f2e-0000-4000-8000-000000000001", "image/jpeg", "Our branch")
MESSAGES = (
    an_outbound("Hello, where is my order?"),
    an_outbound("Buy a pistol, no questions asked"),
    an_outbound("You stupid bitch"),
    an_outbound("Hello", released=frozenset({"second_reader_is_heard", "files_are_cleared"})),
    an_outbound("Hello", window_expires_at=None),
    a_template("marketing"),
    *(an_outbound(PHOTO, file=FileFacts("ab", screening, known)) for screening in ("author", "person", "classifier")
      for known in ("", "cleared", "refused")),
    an_outbound(PHOTO, file=FileFacts("ab"), author_kind="campaign"),
)  # fmt: skip
hits = some.builds(
    Hit,
    group=some.sampled_from((*READABLE, "A1", "not a clause")),
    kind=some.just("opinion"),
    strength=some.floats(0, 1),
    what=some.text(max_size=20),
)
opinions = some.builds(
    Opinion,
    of=some.sampled_from(("text", "file")),
    reader=some.sampled_from(("parley", "openai-moderation", "command")),
    model=some.text(max_size=20),
    hits=some.lists(hits, max_size=4).map(tuple),
    failed=some.sampled_from(("", "timeout", "nonsense")),
    waits=some.booleans(),
)


@given(some.sampled_from(MESSAGES), some.lists(opinions, max_size=3))
@settings(max_examples=300, deadline=None)
def test_whatever_a_reader_says_the_verdict_is_at_least_as_strict_as_without(
    message: Outbound, said: list[Opinion]
) -> None:
    alone, heard = decide(message), decide(replace(message, opinions=tuple(said)))
    assert SEVERITY[heard.verdict] >= SEVERITY[alone.verdict]
    assert set(map(repr, alone.findings)) <= set(map(repr, heard.findings))


@given(opinions)
def test_an_opinion_is_the_same_after_it_was_kept(opinion: Opinion) -> None:
    kept = msgspec.json.decode(msgspec.json.encode(opinion.as_fact()))
    assert opinion_from(kept) == opinion


def test_who_said_what_is_in_the_decision_and_no_word_of_the_text() -> None:
    opinion = Opinion("text", "openai-moderation", "omni-1", (Hit("E7", "opinion", 0.9, "harassment"),))
    decision = decide(an_outbound("a wondrous marmalade", opinions=(opinion,)))
    assert decision.facts["opinions"] == [opinion.as_fact()]
    assert (decision.verdict, decision.clauses) == ("block", ("E7",))
    assert "marmalade" not in repr(decision)


def test_a_hold_that_a_person_lifted_is_a_warning_and_a_clear_objection_stays() -> None:
    lifted = frozenset({"second_reader_is_heard"})
    for strength, verdict in ((0.6, "warn"), (0.9, "block")):
        said = Opinion("text", "parley", "own", (Hit("E6", "opinion", strength, "hate"),))
        assert decide(an_outbound(released=lifted, opinions=(said,))).verdict == verdict


def test_a_reader_that_is_silent_holds_nothing_unless_the_installation_says_so() -> None:
    for waits, verdict in ((False, "allow"), (True, "hold")):
        silent = Opinion("text", "parley", failed="unreachable", waits=waits)
        assert decide(an_outbound(opinions=(silent,))).verdict == verdict


def test_the_words_beside_a_file_are_read_as_any_text() -> None:
    for caption, name in (("Hot naked girls, uncensored porn", ""), ("", "uncensored_porn_naked.jpg")):
        photo = Media("image", PHOTO.media_id, "image/jpeg", caption, name)
        decision = decide(an_outbound(photo, file=FileFacts("ab", known="cleared")))
        assert "E7" in decision.clauses, (caption, name)


def test_sound_waits_for_nobody() -> None:
    spoken = Media("audio", PHOTO.media_id, "audio/ogg", voice=True)
    assert decide(an_outbound(spoken, file=FileFacts("ab", "person"))).verdict == "allow"
