"""Identity, social security, tax and bank account numbers of many countries, by the table ``national.toml``."""

from collections.abc import Iterator, Sequence

from parley.core.policy.identifiers.found import Basis, Found
from parley.core.policy.identifiers.numbers import LOOKS
from parley.core.policy.identifiers.page import LOOK_ALIKES, Page, speech
from parley.core.policy.identifiers.recognisers.named import is_date
from parley.core.policy.identifiers.table import (
    SHAPE,
    Row,
    alone_by_shape,
    beginnings,
    by_shape,
    code_shapes,
    codes_of_length,
    lengths,
)
from parley.core.policy.identifiers.windows import Window, codes_in, digits_in
from parley.core.policy.identifiers.words import LEET

TURN = 3
CHECKS = True
SHORTEST_CODE = 8
FORMED, BARE = frozenset({"written", "formed"}), frozenset({"written", "bare"})
RANKS: tuple[Basis, ...] = ("check digit", "context", "alone", "form")


def find(page: Page) -> Iterator[Found]:
    """Numbers with their check digits right, or called by their name."""
    known = lengths()
    for run in page.runs:
        if len(run.digits) < min(known):
            continue
        for window in digits_in(page, run, known, max(known)):
            for found in _judged(page, window, run.glued or run.plus):
                page.settle([found])
                yield found
    for window in codes_in(page, code_shapes(), beginnings()):
        yield from _judged(page, window, False)
    for here in page.with_digit:
        text = page.words.texts[here]
        if len(text) >= SHORTEST_CODE and not text.isdigit() and text.isalnum():
            yield from _in_disguise(page, here, text)


def _in_disguise(page: Page, here: int, text: str) -> Iterator[Found]:
    """A code with letters for the digits they look like, or digits for letters, if its check digits are right then."""
    start, end = page.words.starts[here], page.words.ends[here]
    if page.is_settled(start, end):
        return
    as_digits, as_letters = text.translate(LOOKS), text.translate(LEET)
    letters = sum(map(str.isalpha, text))
    fewest, most = sum(map(str.isalpha, as_digits)), sum(map(str.isalpha, as_letters))
    for shape in codes_of_length(len(text)):
        wanted = shape.count("a")
        if wanted == letters or not fewest <= wanted <= min(most, 2 * letters - 1):
            continue
        digits, others = (as_digits, text) if wanted < letters else (text, as_letters)
        compact = "".join(map(_as_wanted, digits, others, shape))
        if compact.translate(SHAPE) == shape:
            window = Window(compact, start, end, True, here == 0)
            yield from (found for found in _judged(page, window, False) if found.basis == "check digit")


def _as_wanted(digit: str, letter: str, wanted: str) -> str:
    return digit if wanted == "9" else letter


def _judged(page: Page, window: Window, doubtful: bool) -> Iterator[Found]:
    """The best of the rows that the window may be. A doubtful one (with a +, in a code) must be called by its name."""
    shape = window.compact.translate(SHAPE)
    tags = page.named(window.start, window.end)
    alone = () if doubtful else alone_by_shape()[shape]
    if not (tags or alone) or len(set(window.compact)) == 1:
        return
    called: Sequence[Row] = ()
    if tags:
        rows = by_shape()[shape]
        called = [row for row in rows if row.id in tags]  # first, as none of the others is surer
        if not doubtful:
            called += [row for row in rows if row.id not in tags and not row.tags.isdisjoint(tags)]
    best: tuple[int, bool, Row] | None = None
    for row in called or _alone(page, window, alone, tags):
        basis = _basis(page, window, row, tags)
        if basis is not None:
            rank = (RANKS.index(basis), row.id not in tags, row)
            best = min(best or rank, rank, key=lambda each: each[:2])
            if best[:2] == (0, False) or (not called and basis != "form"):
                break
    if best:
        yield Found(best[2].kind, window.start, window.end, window.compact[-4:].upper(), RANKS[best[0]])


def _alone(page: Page, window: Window, rows: Sequence[Row], tags: frozenset[str]) -> Iterator[Row]:
    """The rows whose form may be enough here, without a name."""
    if not (rows and LOOK_ALIKES.isdisjoint(tags)):
        return
    raw = page.plain[window.start : window.end].translate(SHAPE)
    for row in rows:
        if (
            row.alone == "always"
            or (row.alone in FORMED and raw in row.forms)
            or (row.alone in BARE and page.is_bare(window.start, window.end))
        ):
            yield row


def _basis(page: Page, window: Window, row: Row, tags: frozenset[str]) -> Basis | None:
    """How sure we may be that the window is this row's number, None if we may not."""
    called = tags & row.tags
    if called:
        if row.is_valid(window.compact):
            return "check digit"
        if is_date(page, window.start, window.end):
            return None
        return "context" if window.whole or window.leads or row.id in tags else None
    if not row.is_valid(window.compact):
        return None
    written = row.alone in FORMED and page.plain[window.start : window.end].translate(SHAPE) in row.forms
    if written or row.alone == "always":
        return "check digit" if row.checks else "context"
    if not _is_spoken_there(page, window, row):
        return None
    return "alone" if row.checks else "form"


def _is_spoken_there(page: Page, window: Window, row: Row) -> bool:
    """A weak form counts in its country's language only."""
    beside = page.words_beside(window.start, window.end)
    return not row.speaks or any(word in speech()[each] for word in beside for each in row.speaks)
