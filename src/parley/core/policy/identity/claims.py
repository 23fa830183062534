"""Whether a text says that a known organisation speaks, or an office: "this is Amazon support", "we are your bank".

The ways to say so are data: ``claims.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from parley.core.policy.identity.brands import Brand, brands
from parley.core.policy.identity.offices import Office, offices
from parley.core.policy.screening.normalise import fold

LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
WORD = re.compile("[\\w\u0900-\u0963]+")
BANK = "bank|banco|banque|بنك|बैंक"  # may stand before or behind the name of one
# Only the surroundings of a name are read, and of so many: the time it takes does not grow with the text.
BEFORE, BEHIND, MOST_MENTIONS = 70, 60, 12
NAME, BEGINNING, END = "\x01", "\x02", "\x03"
NEAR = 3
COLON, LABEL = ":", 25  # how far behind a name stands the colon of a label
SENTENCES = re.compile(r"[.!?;\n]\s")
ENDS = re.compile(r"\s*[.,:;!?]")  # what follows is said of somebody else
Speaker = Brand | Office


@lru_cache(maxsize=256)
def claimed_by(text: str) -> tuple[Speaker, ...]:
    """The organisations that the text says it comes from."""
    folded = fold(text)
    mentions = islice(_mentions(folded), MOST_MENTIONS)
    return tuple(dict.fromkeys(each for each, start, end in mentions if _claims(folded, each, start, end)))


def _mentions(folded: str) -> Iterator[tuple[Speaker, int, int]]:
    """The well-known names in the text, with where each begins and ends."""
    known = _by_longest_word()
    if known.keys().isdisjoint(WORD.findall(folded)):  # as of most texts
        return
    spans = [match.span() for match in WORD.finditer(folded)]
    words = [folded[start:end] for start, end in spans]
    for place, word in enumerate(words):
        for speaker, form, longest in known.get(word, ()):
            first, end = place - longest, place - longest + len(form)
            if first >= 0 and (len(form) == 1 or tuple(words[first:end]) == form):
                yield speaker, spans[first][0], spans[end - 1][1]


def _claims(folded: str, speaker: Speaker, start: int, end: int) -> bool:
    before, behind = folded[max(0, start - BEFORE) : start], folded[end : end + BEHIND]
    opening = BEGINNING if start <= BEFORE else ""
    closing = END if end + BEHIND >= len(folded) else ""
    shown = f"{opening}{before}{NAME}{behind}{closing}"
    near = {*WORD.findall(before), *WORD.findall(behind)}
    if COLON in behind[:LABEL]:
        near.add(COLON)
    patterns = _patterns(isinstance(speaker, Office))
    ways = (pattern.search(shown) for cues, pattern in patterns if cues & near)
    return any(_means_it(found, speaker) for found in ways if found)


def _means_it(found: re.Match[str], speaker: Speaker) -> bool:
    """Not denied, not told of somebody else, and not something of theirs."""
    shown = found.string
    next_words = WORD.findall(shown[found.end() :])[:NEAR]
    earlier_words = WORD.findall(SENTENCES.split(shown[: found.start()])[-1])[-NEAR:]
    table = _table()
    theirs = next_words and next_words[0] in table["not_behind"] and not ENDS.match(shown[found.end() :])
    if theirs or table["not_before"].intersection(earlier_words):
        return False
    around = {*next_words, *earlier_words, *WORD.findall(found.group())}
    return not speaker.is_a_word or bool(around & table["service"])


@cache
def _by_longest_word() -> dict[str, list[tuple[Speaker, tuple[str, ...], int]]]:
    """By the longest word of each way to write it, which is the rarest, with its place in there."""
    found: dict[str, list[tuple[Speaker, tuple[str, ...], int]]] = {}
    speakers: tuple[Speaker, ...] = (*brands(), *offices())
    for each in speakers:
        for written in each.written:
            form = tuple(WORD.findall(fold(written)))
            longest = form.index(max(form, key=len))
            found.setdefault(form[longest], []).append((each, form, longest))
    return found


@cache
def _patterns(of_office: bool) -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """For each language, the words without which there is no claim, and the claims."""
    name = NAME if of_office else rf"(?:(?:{BANK})\W+)?{NAME}(?:\W+(?:{BANK}))?"
    data, further = _data(), "office_claims" if of_office else "desks"
    found = []
    for language in LANGUAGES:
        written = [*data["claims"][language], *data[further][language]]
        ways = [_plain(each).replace("{name}", name) for each in written]
        marked = [way.replace("^", BEGINNING).replace("$", END) for way in ways]
        words = [*data["cues"][language], *(data["office_cues"][language] if of_office else ())]
        cues = frozenset([COLON, *map(fold, words)])
        found.append((cues, re.compile("|".join(rf"(?<!\w)(?:{way})(?!\w)" for way in marked))))
    return tuple(found)


def _plain(pattern: str) -> str:
    return "".join(c if c.isascii() else fold(c) for c in pattern)


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(fold(word) for word in words) for name, words in _data()["words"].items()}


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    source = files("parley.core.policy.identity") / "claims.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
