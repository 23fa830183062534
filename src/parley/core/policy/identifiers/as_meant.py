"""A text as the screens read it, where that is otherwise than it is written: without what hides its words."""

import re

from parley.core.policy.identifiers.grammar import normal, say_any
from parley.core.policy.identifiers.sentences import END
from parley.core.policy.identifiers.wanted import may_want, named_in_full
from parley.core.policy.identifiers.words import letters, words_of
from parley.core.policy.screening.normalise import FOREIGN, INVISIBLE, LATIN, fold
from parley.core.policy.screening.reading import read, words_as_meant
from parley.core.policy.screening.tokens import ENDINGS, WORD

UNSEEN = re.compile(rf"(?<=[^\W\d_])(?:{INVISIBLE.pattern})(?=[^\W\d_])")
APOSTROPHES = re.compile("['\u2019]")
READ = 1_500  # characters of a text: to read it twice takes time
PIECE = re.compile(r"[\s\S]{1,200}(?:\s|\Z)|[\s\S]{1,200}")  # of a longer text
BETWEEN = "000000000"  # stands where a sentence ends
# What a request is made of, beside the name of what is asked for.
ASKING = ("give", "need", "question", "please", "it")
QUESTION_MARKS = frozenset("?؟")
ENDING = re.compile(rf" (?=(?:{'|'.join(sorted(ENDINGS))})\b)")


def as_meant(text: str) -> str | None:
    """The text with each sentence that hides its words as it is meant; None if none does that names what is secret.

    Only of so much of what hides as ``READ`` says, and only where the reading of the whole, which is there, may ask.
    """
    words = read(text).folded
    if not _may_ask(text, words) or not _hides(text, words):
        return None
    if len(text) > READ:
        text = _what_hides(text, words)
    sentences = END.split(text)
    # All at once, as one sentence may be too short to tell that words are cut. A number stays as it is.
    read_as = " ".join(words_as_meant(f" {BETWEEN} ".join(sentences))).split(BETWEEN)
    if len(read_as) != len(sentences):  # a sentence was lost with what is left out of more words than anybody writes
        return None
    pairs = zip(sentences, read_as, strict=True)
    meant = (_meant(said, words.strip()) if _hides(said, words) else said.strip() for said, words in pairs)
    return " ".join(f"{said}{end}" for said, end in zip(meant, [*END.findall(text), ""], strict=True)).strip()


def _may_ask(text: str, words: str) -> bool:
    """Whether it names what is secret, in full, and does more than that: to read it twice takes time."""
    if not may_want(words):
        return False
    texts = list(map(letters, words_of(words).texts))
    named = set(named_in_full(texts))
    if not named:
        return False
    return len(named) > 1 or not QUESTION_MARKS.isdisjoint(text) or say_any(ASKING, list(map(normal, texts)))


def _what_hides(text: str, words: str) -> str:
    """The pieces of a long text with words that are read otherwise than written, and the pieces beside those."""
    read_as, pieces = set(words.split()), PIECE.findall(text)
    hiding = [
        here
        for here, piece in enumerate(pieces)
        if _hides_letters(piece) or not read_as.issuperset(WORD.findall(fold(piece)))
    ]
    near = sorted({beside for here in hiding for beside in range(max(here - 1, 0), min(here + 2, len(pieces)))})
    apart = (("" if here - 1 in near else "\n") + pieces[here] for here in near)
    return "".join(apart)[:READ] if near else text[:READ]


def _hides(text: str, words: str) -> bool:
    """Whether its words are read otherwise than written, or letters of it are not what they seem."""
    return _hides_letters(text) or WORD.findall(fold(text)) != words.split()


def _hides_letters(text: str) -> bool:
    return bool(UNSEEN.search(text) or (FOREIGN.search(text) and LATIN.search(text)))


def _meant(said: str, words: str) -> str:
    """As read, with the capitals and apostrophes that tell a PIN from a pin, and "I'll" from two words."""
    capitals = {word.lower() for word in WORD.findall(said) if len(word) > 1 and word.isupper()}
    spoken = " ".join(word.upper() if word in capitals else word for word in words.split())
    return ENDING.sub("'", spoken) if APOSTROPHES.search(said) else spoken
