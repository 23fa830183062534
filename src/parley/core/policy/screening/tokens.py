"""The words of a folded text, with the other ways in which each may be meant.

Attackers write words apart, with digits for letters, with marks between; honest people write MP3 and 4x4. What is
sure is read as meant; what is not sure is kept beside the word as written, and either may match a lexicon.
"""

import re
from dataclasses import dataclass, field
from functools import reduce
from operator import itemgetter, or_
from statistics import mode

from parley.core.policy.screening.by_word import ByWord

WORD = re.compile("[\\w\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]+")
AS_L = str.maketrans("01345789@$!|+€", "oleastbgaslite")
AS_I = str.maketrans("01345789@$!|+€", "oieastbgasiite")
INSIDE = re.compile(r"(?<=[a-z])[0134578]{1,2}(?=[a-z])")
ENDS = re.compile(r"[a-z]")
PRICE = re.compile(r"[$+]\d|\d[$+]")
ADDRESS = re.compile(r"\w@\w+[.-]\w")
SIGNS = "@$!|+*"
SIGN_LETTERS, NO_JOINT = frozenset(SIGNS), frozenset(' \n\t,;:?()"&=<>%')
LETTER_SIGNS, VOWELS = ("@", "$", "!"), frozenset("aeiou")
SIGNS_AROUND = frozenset("$@!|")
LAST_SIGNS = re.compile(r"(?:[!|]?[$@])+")
ONCE = itemgetter(1)  # of what a pattern found, its first group
REPEATED = re.compile(r"([^\W\d])\1{2,}")
DOUBLED = re.compile("e{3}|o{3}")  # rather two than one
APART = re.compile(r"(?<![^\W_])[^\W_](?:[^\w]{1,3}[^\W_](?![^\W_])){2,}")
SIGN_APART = re.compile("[ .,*~|-]{1,3}(?=[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963])")
# A mark between two pieces of a word, or a sign for a letter. Written from the mark on, as marks are few.
BROKEN = re.compile(
    r"[^\w\s,;:?()\"&=<>%](?:(?<=[^\W_].)(?:[^\w\s,;:?()\"&=<>%]?[^\W_]|(?<=[@$!|+*])[@$!|+*]{2,5}[^\W_])"
    r"|(?<=[$@!|])[a-z]|(?<=[a-z][$@]))",
    re.DOTALL,
)
MOST_PIECES = 6
APOSTROPHE = "'"
ENDINGS = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))  # behind it
# No message has more: of its 4,096 characters two and a half go for the shortest words that are not one word apart.
FIRST, LAST = 1_450, 200
SHORTEST = 4  # letters of a word that may be written with more digits than letters
LONGEST = 14  # a longer word may be several that were run together
KISSES = 6  # "xxx" ends a letter
WIDE = 9  # marks that a gap counts for where a word ends in any case
BORDER = 3  # so often a letter stands where one word ends with two and the next begins with it
SINGLE, MIXED, ARABIC, ROW = 1, 2, 4, 8  # what is odd about a word: see ``_odd``

Form = tuple[str, int]  # a word, and how many of the words it stands for


@dataclass(slots=True)
class Tokens:
    """``words`` in order; ``others``: at which place which other word may be meant, and over how many places.

    ``runs``: letters that stood apart, joined; ``signed``: where signs stand for letters; ``endings``: what stands
    behind an apostrophe.
    """

    words: list[str]
    others: dict[int, list[Form]] = field(default_factory=dict)
    runs: list[str] = field(default_factory=list)
    signed: set[int] = field(default_factory=set)
    endings: set[int] = field(default_factory=set)

    def add(self, place: int, word: str, span: int = 1) -> None:
        """Another way to read the word at this place."""
        if len(word) > 2:
            self.others.setdefault(place, []).append((word, span))


def tokens(folded: str) -> Tokens:
    """The words of the text."""
    if not folded.isascii() and SIGN_APART.search(folded):
        folded = SIGN_APART.sub("", folded)
    found = Tokens(WORD.findall(folded))
    odd = _odd_about(found.words)
    if odd & SINGLE and sum(len(word) == 1 for word in found.words) > 2 and APART.search(folded):
        folded = APART.sub(lambda letters: _joined(letters.group(), found.runs), folded)
        found.words = WORD.findall(folded)
        odd = _odd_about(found.words)
    if len(found.words) > FIRST + LAST:
        folded = _shortened(folded)
        found.words = WORD.findall(folded)
        odd = _odd_about(found.words)
    if odd & (MIXED | ARABIC):
        _read_odd(found)
    if odd & ROW:
        _squeeze(found)
    if BROKEN.search(folded):
        _join(found, folded)
    return found


def _odd(word: str) -> int:
    """What is odd about a word, as bits: it is one letter; of letters and digits; Arabic; or has a row of one letter.

    Of most words nothing is.
    """
    odd = SINGLE if len(word) == 1 else 0
    if not word.isalpha():
        odd |= MIXED if not word.isdigit() and ENDS.search(word) else 0
    elif "\u0621" <= word[0] <= "\u064a":
        odd |= ARABIC
    return odd | (ROW if REPEATED.search(word) else 0)


_ODD = ByWord(_odd)


def _odd_about(words: list[str]) -> int:
    return reduce(or_, map(_ODD.__getitem__, words), 0)


def _read_odd(found: Tokens) -> None:
    for place, word in enumerate(found.words):
        odd = _ODD[word]
        if odd & MIXED:
            _read_digits(found, place, word)
        elif odd & ARABIC:
            _drop_clitics(found, place, word)


def _shortened(folded: str) -> str:
    """The first and the last words: the longest message has fewer, so what has more is no text of words."""
    spans = [match.span() for match in WORD.finditer(folded)]
    return f"{folded[: spans[FIRST - 1][1]]} {folded[spans[-LAST][0] :]}"


def _joined(letters: str, runs: list[str]) -> str:
    """``g u n s`` as ``guns``; a wider gap is the end of a word."""
    pieces = WORD.findall(letters)
    if sum(piece.isalpha() for piece in pieces) < 3:
        return letters
    between = WORD.split(letters)[1:-1]
    if VOWELS.isdisjoint(letters) and any(gap in LETTER_SIGNS for gap in between):
        return letters  # "x@n@x": the signs are its vowels
    marks = mode(between)
    gaps = [WIDE if gap == APOSTROPHE != marks else len(gap) + (" " in gap) for gap in between]
    usual = mode(gaps)
    words = [pieces[0]]
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        if gap > usual:
            words.append(piece)
        else:
            words[-1] += piece
    runs.extend(word for word in words if len(word) > 3)
    return " ".join(words)


def _read_digits(found: Tokens, place: int, word: str) -> None:
    letters = sum(character.isalpha() for character in word)
    if letters < 2 or len(word) - letters > letters:
        if SHORTEST <= len(word) <= LONGEST:  # "45c0": only if somebody knows it
            for way in dict.fromkeys((word.translate(AS_I), word.translate(AS_L))):
                if way.isalpha():
                    found.add(place, way)
        return
    sure = INSIDE.sub(lambda digits: digits.group().translate(AS_I), word) if len(word) <= LONGEST else word
    found.words[place] = sure
    # In an order of its own, not by chance: the first one that somebody knows is what is meant.
    for way in dict.fromkeys((word.translate(AS_I), word.translate(AS_L), word)):
        if way != sure:
            found.add(place, way)


def _squeeze(found: Tokens) -> None:
    for place, word in enumerate(found.words):
        if REPEATED.search(word) and not (len(word) > LONGEST and max(map(len, _rows(word))) <= BORDER):
            ways = [REPEATED.sub(ONCE, word), REPEATED.sub(_twice, word), *([word] if len(word) > KISSES else [])]
            if DOUBLED.search(word):
                ways[:2] = ways[1::-1]
            found.words[place] = ways[0]
            for way in ways[1:]:
                found.add(place, way)


def _twice(found: re.Match[str]) -> str:
    return found[1] * 2


def _rows(word: str) -> list[str]:
    """Its rows of one letter."""
    return [row.group() for row in REPEATED.finditer(word)]


CLITICS = re.compile("(?:[وف]?(?:[بكل]?ال|لل|[بلكس])|[وف])(?=\\w{3})")


def _drop_clitics(found: Tokens, place: int, word: str) -> None:
    """Arabic writes "and", "the", "with" as part of the word."""
    clitic = CLITICS.match(word)
    if clitic:
        found.add(place, word[clitic.end() :])
        if clitic.end() > 1 and word[0] in "وف":
            found.add(place, word[1:])


def _join(found: Tokens, folded: str) -> None:
    """``pis-tol``, ``pi$tol``: pieces with a mark and no space between them may be one word."""
    spans = [match.span() for match in WORD.finditer(folded)]
    marked = [
        place
        for place, (start, end) in enumerate(spans)
        if not folded[start - 1 : start] == " " == folded[end : end + 1]
    ]
    found.endings.update(place for place in marked if _is_ending(folded, *spans[place]))
    done = 0
    for place in marked:  # few: around most words are spaces
        if place < done:
            continue
        last = place
        while last + 1 < len(spans) and last - place < MOST_PIECES and _joint(folded, spans[last], spans[last + 1]):
            last += 1
        if last - place > 1 and last in found.endings:
            last -= 1
        if last == place + 1 and _is_apostrophe(folded, spans[place], spans[last]):
            found.add(place, folded[slice(*spans[place])] + folded[slice(*spans[last])], 2)
        elif last > place or _beside(folded, *spans[place]):
            _add_joined(found, folded, spans, place, last)
        done = last + 1


def _beside(folded: str, start: int, end: int) -> bool:
    """Whether a sign that may be a letter touches the word."""
    return folded[start - 1 : start] in ("$", "@", "!", "|") or folded[end : end + 1] in ("$", "@")


def _is_ending(folded: str, start: int, end: int) -> bool:
    """Whether it is what stands behind an apostrophe, as in "my wi-fe's": no piece of the word."""
    return folded[start - 1 : start] == APOSTROPHE and folded[start:end] in ENDINGS


def _is_apostrophe(folded: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether no more than that stands between and around the two, as in most words that have a mark at all."""
    if folded[left[1] : right[0]] != APOSTROPHE:
        return False
    return SIGNS_AROUND.isdisjoint(folded[max(0, left[0] - 3) : left[0]] + folded[right[1] : right[1] + 3])


def _joint(folded: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    gap = folded[left[1] : right[0]]
    if len(gap) > 2:
        return len(gap) <= 6 and SIGN_LETTERS.issuperset(gap)
    return NO_JOINT.isdisjoint(gap)


def _add_joined(found: Tokens, folded: str, spans: list[tuple[int, int]], first: int, last: int) -> None:
    start, end = spans[first][0], spans[last][1]
    start -= len(folded[max(0, start - 3) : start]) - len(folded[max(0, start - 3) : start].rstrip("$@!|"))
    after = LAST_SIGNS.match(folded[end : end + 3])
    end += after.end() if after else 0
    written = folded[start:end]
    if ADDRESS.search(written) or PRICE.search(written):
        return
    signs = any(character in SIGNS for character in written)
    read = written.translate(AS_I) if signs else written
    ways = ["".join(WORD.findall(each)) for each in (read, written)]
    if "*" in written:
        ways.append("*".join(WORD.findall(written)))
    if signs:
        found.signed.add(first)
        ways.append("".join(WORD.findall(written.translate(AS_L))))
    for way in dict.fromkeys(ways):
        found.add(first, way, last - first + 1)
    for place in range(first, last):  # pairs too: one sign may be the end of a sentence
        if last - first > 1:
            pair = folded[spans[place][0] : spans[place + 1][1]]
            found.add(place, "".join(WORD.findall(pair.translate(AS_I) if signs else pair)), 2)
