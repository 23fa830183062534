"""An emoji on another message; an empty one takes it back."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import text_in
from parley_emulator.state.world import World

# Extended_Pictographic of Unicode's emoji-data.txt.
PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388\u23cf\u23e9-\u23f3"
    "\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605\u2607-\u2612\u2614-\u2685\u2690-\u2705"
    "\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767"
    "\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e\U0001f17f\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a\U0001f22f\U0001f232-\U0001f23a"
    "\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa\U0001f400-\U0001f53d\U0001f546-\U0001f64f\U0001f680-\U0001f6ff"
    "\U0001f774-\U0001f77f\U0001f7d5-\U0001f7ff\U0001f80c-\U0001f80f\U0001f848-\U0001f84f\U0001f85a-\U0001f85f"
    "\U0001f888-\U0001f88f\U0001f8ae-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001faff]"
)
SHOWN = f"{PICTURE}(?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
JOINED = 3  # the most that any known emoji is joined of, beside its first part: a family of four
FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
PART_OF_COUNTRY = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
KEY = "[0-9#*]\ufe0f?\u20e3"
EMOJI = re.compile(f"{FLAG}|{PART_OF_COUNTRY}|{KEY}|[\U0001f3fb-\U0001f3ff]|{SHOWN}(?:\u200d{SHOWN}){{0,{JOINED}}}")


def check(content: dict[str, Any]) -> None:
    """A message and an emoji. Whether there is such a message shows later."""
    text_in(content, "message_id", "reaction", 1000)
    emoji = content.get("emoji", "")
    if emoji is not None and not isinstance(emoji, str):
        raise Refusal(100, "Param reaction.emoji must be a string.")
    if emoji and not EMOJI.fullmatch(emoji):
        raise Refusal(131009, "reaction.emoji must be one emoji.")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """Shown on the other message; alone only in lists."""
    return {"text": content.get("emoji") or ""}
