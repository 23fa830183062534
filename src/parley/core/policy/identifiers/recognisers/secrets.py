"""PINs, passwords, one-time codes, security codes and answers: what stands beside their name."""

import re
from collections.abc import Iterator

from parley.core.policy.identifiers.data import words
from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import Run, is_spoken
from parley.core.policy.identifiers.page import SENTENCE_END, Page, fillers
from parley.core.policy.identifiers.words import STOPS, Name

TURN = 5
CHECKS = False
# By what it is called: its kind, and how many digits it has.
DIGITS = {
    "cvv": ("security code", range(3, 5)),
    "pin": ("PIN", range(4, 9)),
    "otp": ("one-time code", range(4, 9)),
    "code": ("one-time code", range(4, 9)),
    "password": ("password", range(4, 13)),
}
WORDS = {"password": "password", "answer": "security answer", "pin": "PIN"}
TAGS = DIGITS.keys() | WORDS.keys()
LINKS = words("grammar.toml", "links")
# "Your code is …" is the business's own, sent to prove who somebody is.
COPULAS = words("grammar.toml", "copulas")
YOURS = words("grammar.toml", "yours")
FURTHEST = 5
PIN_OF_PLACES = 6  # India's postal codes, "pin code 600028"
VALUE = re.compile(r"[\s\"'“”«»`*_]*([^\s\"“”«»`]{3,64})")
LINK = re.compile(r"\s*+([^\W\d_](?:[^\W\d_]|[\u0900-\u0963])*+)(?=[\s:=]|$)")
SAID = re.compile(r"\s*(?:[:=]|->|→)")
# What is told of a password ("denied", "bloqueada"), not the password.
TOLD = re.compile(r"(?:ed|ing|ad[oa]|id[oa]|ee|able|ible)$")
# Words after "password is" that are no password.
PROSE = words("grammar.toml", "prose")


def find(page: Page) -> Iterator[Found]:
    """What is said to be a secret, and is told with it."""
    for name in page.names:
        if not name.tags.isdisjoint(TAGS):
            yield from _digits(page, name)
            yield from _word(page, name)
    if page.asked and len(page.words) <= 8:
        yield from _answer(page)


def _digits(page: Page, name: Name) -> Iterator[Found]:
    tag = next((tag for tag in DIGITS if tag in name.tags), None)
    if tag is None or (tag in ("otp", "code") and _is_yours(page, name)):
        return
    kind, lengths = DIGITS[tag]
    run = _after(page, name, needs_link=tag == "code") or _before(page, name, needs_link=tag == "code")
    length = len(run.digits) if run else 0
    if run and length not in lengths and len(run.groups) > 1:
        length = run.groups[1]  # other numbers follow
    if run and length in lengths and not run.plus:
        if tag == "pin" and length == PIN_OF_PLACES and page.words.texts[name.last] == "code":
            return
        yield Found(kind, run.starts[0], run.ends[length - 1], "", "context")


def _is_yours(page: Page, name: Name) -> bool:
    around = page.words.texts[max(name.first - 3, 0) : name.last + 2]
    return not YOURS.isdisjoint(around)


def _after(page: Page, name: Name, needs_link: bool) -> Run | None:
    for run in page.runs:
        if run.starts[0] >= name.end:
            return run if _links(page, name.end, run.starts[0], needs_link) else None
    return None


def _before(page: Page, name: Name, needs_link: bool) -> Run | None:
    for run in reversed(page.runs):
        if run.ends[-1] <= name.start:
            return run if _links(page, run.ends[-1], name.start, True) else None
    return None


def _links(page: Page, start: int, end: int, needs_link: bool) -> bool:
    """Whether only words that join a name and its value stand between."""
    between = page.plain[start:end]
    if len(between) > 60 or SENTENCE_END.search(page.plain, start, end):
        return False
    words = between.replace("\u200b", "").replace("'", " ").split()
    bare = [word.strip('.,:;=-–>()*"') for word in words]
    said = [word for word in bare if word]
    if len(said) > FURTHEST or any(word not in LINKS and word not in STOPS and word not in fillers() for word in said):
        return False
    return not needs_link or ":" in between or "=" in between or any(word in LINKS for word in said)


def _word(page: Page, name: Name) -> Iterator[Found]:
    """A password or an answer that is not only digits."""
    tag = next((tag for tag in WORDS if tag in name.tags), None)
    if tag is None:
        return
    said, place = _said(page, name.end)
    value = VALUE.match(page.text, place)
    if value is None:
        return
    word = value.group(1).rstrip(".,;:!?)]}*_'")
    if _is_secret(page, tag, said, word, value.start(1)):
        yield Found(WORDS[tag], value.start(1), value.start(1) + len(word), "", "context")


def _said(page: Page, place: int) -> tuple[str, int]:
    """How the value is joined to the name ("colon", "link" or ""), and where it begins."""
    how = ""
    for _ in range(FURTHEST):
        colon = SAID.match(page.plain, place)
        if colon:
            return "colon", colon.end()
        word = LINK.match(page.plain, place)
        if word is None or not (word.group(1) in LINKS or word.group(1) in STOPS):
            return how, place
        how = "link" if word.group(1) in COPULAS else ""
        place = word.end()
    return how, place


def _is_secret(page: Page, tag: str, how: str, word: str, start: int) -> bool:
    small = page.plain[start : start + len(word)]
    if len(word) < 3 or small.startswith(("http", "www.")) or small in PROSE or not any(c.isalnum() for c in word):
        return False
    mixed = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
    marked = mixed or any(not c.isalnum() for c in word[1:-1] if c not in "'-.")
    if tag == "pin":
        return False
    if tag == "answer":
        return how in ("colon", "link") and word[:1].isalpha()
    if how == "colon":
        return len(word) >= 4 and (marked or word.isdigit() or _ends(page, start + len(word)))
    if how == "link":
        return (
            len(word) >= 4
            and not word.isdigit()
            and (marked or (_ends(page, start + len(word)) and not TOLD.search(small)))
        )
    return mixed and len(word) >= 6


def _ends(page: Page, place: int) -> bool:
    """Whether no more than a word of no weight follows."""
    rest = page.words_from(place, 3)
    return len(rest) <= 2 and all(word in fillers() or word in LINKS for word in rest)


def _answer(page: Page) -> Iterator[Found]:
    """A message of digits only, after a question for a secret."""
    tag = next((tag for tag in DIGITS if tag in page.asked and tag != "code"), None)
    if tag is None or len(page.runs) != 1 or "last" in page.asked:
        return
    kind, lengths = DIGITS[tag]
    run = page.runs[0]
    beside = page.words_beside(run.starts[0], run.ends[-1])
    if len(run.digits) in lengths and all(word in fillers() or is_spoken(word) for word in beside):
        yield Found(kind, run.starts[0], run.ends[-1], "", "context")
