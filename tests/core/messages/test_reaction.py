import pytest

from parley.core.messages import Reaction
from parley.core.policy.examples import an_outbound
from parley.core.policy.gate import decide

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
LIKE_A_TEXT = "\U0001f130\U0001f131\u200d\U0001f132"
HIDDEN = "\U0001f3f4" + "".join(chr(0xE0000 + ord(each)) for each in "meetmeatnine") + "\U000e007f"


@pytest.mark.parametrize(
    "emoji", ["👍", "👍🏽", "❤️", "❤", "🇬🇧", "1️⃣", "#️⃣", "©️", "☺️", FAMILY, "👩🏿\u200d⚕️", "🏃🏽\u200d♀️\u200d➡️", ""]
)
def test_one_emoji_or_none_is_a_reaction(emoji: str) -> None:
    assert decide(an_outbound(Reaction("wamid.1", emoji))).verdict == "allow"


@pytest.mark.parametrize(
    "text",
    ["ok", "5", "!", "#", "👍👍", "👍 thanks", " 👍", "👍\n", "é", "好", "\u200d", "🇬", "🇬🇧🇫🇷", LIKE_A_TEXT, HIDDEN,
     "\u200d".join("👍" * 5)],
)  # fmt: skip
def test_any_other_text_is_no_reaction(text: str) -> None:
    decision = decide(an_outbound(Reaction("wamid.1", text)))
    assert (decision.verdict, decision.clauses) == ("block", ("B1",))
    assert decision.gravest is not None
    assert "emoji: one emoji is allowed" in decision.gravest.sentence
    assert decision.gravest.next_step == "shorten"
