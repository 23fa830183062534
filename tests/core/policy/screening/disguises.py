"""How somebody hides a text from a reader that is no person."""

from hypothesis import strategies as st

LOOK_ALIKE_LETTERS = str.maketrans("aeocp", "\u0430\u0435\u043e\u0441\u0440")
WIDE = {code: code + 0xFEE0 for code in range(ord("a"), ord("z") + 1)}


def hidden(text: str, data: st.DataObject) -> str:
    """With a mark that nobody sees somewhere in it, and perhaps in letters that only look the same."""
    place = data.draw(st.integers(0, len(text) - 1))
    mark = data.draw(st.sampled_from(["\u200b", "\u00ad", "\u2060"]))
    return (text[:place] + mark + text[place:]).translate(data.draw(st.sampled_from([LOOK_ALIKE_LETTERS, WIDE, {}])))
