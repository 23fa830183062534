"""What the gate said, and what a message costs, in the agent's language.

Rules speak English. ``sentences/<language>.toml`` says each sentence again: its keys are the English sentences, with
``{names}`` for what a rule fills in, so that also a sentence that was kept years ago can be said in another language.
The sentences of prices lie in the same way beside the prices.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

PLACES = ("parley.core.policy", "parley.core.pricing")
HOLE = re.compile(r"\\\{(\w+)\\\}")


def said_in(language: str, sentence: str) -> str:
    """The sentence in that language (ISO 639-1), in English where nobody has translated it."""
    words = _sentences(language[:2].lower())
    if not words or sentence in words:
        return words.get(sentence, sentence)
    for pattern, translation in _patterns(language[:2].lower()):
        if match := pattern.fullmatch(sentence):
            return translation.format(**{name: _filled_in(language, said) for name, said in match.groupdict().items()})
    return sentence


def _filled_in(language: str, said: str) -> str:
    """What a rule filled in: words of ours, several of them joined, or a name, which stays as it is."""
    words, parts = _sentences(language[:2].lower()), said.split(" and ")
    if said not in words and all(part in words for part in parts):
        return f" {words['and']} ".join(words[part] for part in parts)
    return words.get(said, said)


@cache
def _sentences(language: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for place in PLACES:
        source = files(place) / "sentences" / f"{language}.toml"
        if language.isalpha() and source.is_file():
            said |= tomllib.loads(source.read_text(encoding="utf-8"))
    return said


@cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Those with something to fill in; what has the most fixed words is tried first."""
    holed = sorted((each for each in _sentences(language).items() if "{" in each[0]), key=lambda each: -len(each[0]))
    return [(re.compile(HOLE.sub(r"(?P<\1>.+?)", re.escape(key)), re.DOTALL), said) for key, said in holed]
