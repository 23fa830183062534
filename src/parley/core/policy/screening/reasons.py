"""How a word of the lists stands in its text, where that makes it honest.

Ivory is forbidden and ivory-coloured is not; "we do not sell whisky" sells none; a ramp for wheelchairs is none itself.
Each reason excuses the one word it stands by, so that what else the text says still counts.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from propcache.api import cached_property

from parley.core.policy.screening.concepts.marks import PIECE, Mark, Words, marks
from parley.core.policy.screening.concepts.message import NUMBER, Message, overlaps
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.phrases import Occurrence
from parley.core.policy.screening.reading import Reading

FILES = ("reasons", "wares")


class Reason(NamedTuple):
    """``beside``: a concept so many words from the listed word, in its clause. ``clauses``: whose words it excuses.

    ``of``: the word is itself that concept; ``needs``: a concept that stands in the clause too; ``not_with``: those
    with which it is no reason, ``nor_in_sentence`` those of the whole sentence, and ``nor_again`` what takes it back
    in two steps: "but" and then "them". ``wide``: its sentence is looked at, not its clause. ``formed``: it makes one
    name with the word, and so stands on one side of it; ``parted_by``: what between them makes two things of the name.
    """

    clauses: tuple[str, ...]
    beside: str
    within: int = 0
    of: str = ""
    needs: str = ""
    not_with: tuple[str, ...] = ()
    nor_in_sentence: str = ""
    nor_again: tuple[str, str] | None = None
    wide: bool = False
    formed: bool = False
    parted_by: str = ""


GOODS = ("E3", "E4.")
# Clauses on goods of which no harmless kind of goods is made. Furs are worn, ivory is turned to lamps, and there are
# dresses for sale to fetishists; what is worn for one's health is its own matter.
OF_ANYTHING = ("E4.1", "E4.2", "E4.3", "E4.6", "E4.7", "E4.8", "E4.9", "E4.11", "E4.13")
BEHIND = ("en", "hi")  # languages in which the look of a thing is named behind it: "ivory coloured", "couleur ivoire"
REASONS = (
    Reason(GOODS, "look", formed=True),
    Reason(OF_ANYTHING, "wear", 3, formed=True, parted_by="addition"),
    Reason((*OF_ANYTHING, "E4.4"), "finery", 3, formed=True, parted_by="addition"),
    Reason(OF_ANYTHING, "furnishing", 3, formed=True, parted_by="addition"),
    Reason(("E4.1", "E4.6", "E4.7", "E4.8", "E4.9", "E4.11"), "sweets", 3, formed=True, parted_by="addition"),
    Reason((*OF_ANYTHING, "E4.4", "E4.5", "E4.12"), "make_up", 3, formed=True, parted_by="addition"),
    Reason((*OF_ANYTHING, "E4.4", "E4.5"), "medium", 8, not_with=("addition", "trade"), wide=True),
    Reason(("E4.5",), "colour", formed=True),
    Reason(("E4.5",), "hue", formed=True, not_with=("material",)),
    Reason(("E4.5",), "watched", 5, not_with=("trade", "young")),
    Reason(("E4.6",), "watched", 5, of="wild", not_with=("trade", "young")),
    Reason(GOODS, "refused", 4, not_with=("only", "trade"), nor_in_sentence="terms", nor_again=("contrast", "again")),
    Reason(GOODS, "none", 1, needs="offered"),
    Reason(("E4.4", "D4"), "entrance", 4, not_with=("trade", NUMBER)),
    Reason(("E4.7",), "show", 3, not_with=("trade",)),
    Reason(("E4.7",), "holder", formed=True),
    Reason(("E4.4",), "rich", 1, not_with=("trade", "dose")),
    Reason(("D4",), "food", 6, of="allergy", wide=True),
    Reason(("D4",), "furniture", 6, of="limb", nor_in_sentence="person"),
    Reason(("D4",), "spending", 3, of="ouch"),
    Reason(("D4",), "mended", 3, of="healer", wide=True, nor_in_sentence="person"),
    Reason(("D4",), "kitchen", 3, of="offal", nor_in_sentence="person"),
    Reason(("D4",), "structure", 4, of="healing", nor_in_sentence="person"),
    Reason(("D4",), "stonework", 5, of="veined", nor_in_sentence="person"),
    Reason(("D4",), "colouring", 5, of="bleeds", nor_in_sentence="person"),
    Reason(("D4",), "cookery", 5, of="beaten"),
    Reason(("D4",), "returning", 1, of="adverb"),
    Reason(("D4",), "moved", 3, of="feeling"),
    Reason(("D4",), "flattering", 6, of="spectacles"),
    Reason(("D4",), "trimmed", 5, of="cutting"),
    Reason(("D4",), "spectacles", 6, of="features"),
    Reason(("D4",), "of_things", 4, of="boned"),
    Reason(("D4",), "daily", 8, of="family", wide=True),
    Reason(("D4",), "animal", 4, of="vaccinated", nor_in_sentence="person"),
    Reason(("E4.4",), "aftercare", 4, needs="yours", not_with=("trade",)),
    Reason(("E4.4", "D4"), "ready", 4, of="eyewear", needs="yours", not_with=("trade",)),
    Reason(("E4.12",), "convoy"),
)


class Reasons:
    """The reasons of a text. A long one gives none: what stands where is then too far apart to tell."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _message(self) -> Message:
        words = Words(self._reading)
        return Message(words, marks(vocabulary(*FILES), words))

    @cached_property
    def _sides(self) -> frozenset[bool]:
        """Whether the look of a thing is named behind it, in the languages that the text may be in."""
        return frozenset(language[:2] in BEHIND for language in self._reading.languages)

    def excuses(self, each: Occurrence) -> bool:
        """Whether there is a reason for this word of a list."""
        if each.entry.role not in ("strong", "weak", "context"):
            return False
        end = each.end if " " in each.entry.phrase else each.start + 1  # "syringe-shaped", read as one word
        return self.excuse(each.entry.clause, each.start, end)

    def excuse(self, clause: str, start: int, end: int) -> bool:
        """Whether there is a reason for what a clause finds at this place."""
        if len(self._reading.words) > PIECE:
            return False
        return any(self._holds(each, start, end) for each in REASONS if clause.startswith(each.clauses))

    def parts(self, one: Occurrence, other: Occurrence) -> bool:
        """Whether a sentence ends between the two, or a clause where something is sold.

        "Rhino horn, the book of prices" speaks of no book about rhinos. Nor does "I have" say that somebody only
        talks, where it goes on with what they have to sell.
        """
        message = self._message
        if self._offers(other):
            return True
        first, last = sorted((one.start, other.start))
        sold = any(not _parted(mark, first, message.sentences) for mark in message.of("trade"))
        return any(first < place <= last for place in (message.breaks if sold else message.sentences))

    def _offers(self, talk: Occurrence) -> bool:
        """Whether it is a word of the speaker, who sells in the same sentence, and does not ask."""
        message = self._message
        if message.asks or not any(mark.start == talk.start and mark.end == talk.end for mark in message.of("speaker")):
            return False
        return any(not _parted(mark, talk.start, message.sentences) for mark in message.of("selling"))

    def _holds(self, reason: Reason, start: int, end: int) -> bool:
        message = self._message
        if not message.has(reason.beside):  # as of most reasons
            return False
        borders = message.sentences if reason.wide else message.breaks
        first, last = _clause(borders, start, len(message.words))
        if any(not _parted(mark, start, message.sentences) for mark in message.of(reason.nor_in_sentence)):
            return False
        if reason.nor_again and _is_taken_back(message, *reason.nor_again, start):
            return False

        def said(*concepts: str) -> list[Mark]:
            return [mark for mark in message.of(*concepts) if first <= mark.start and mark.end <= last]

        if reason.of and not any(mark.start < end and start < mark.end for mark in said(reason.of)):
            return False
        beside = [mark for mark in said(reason.beside) if self._stands(reason, mark, start, end)]
        against = [mark for mark in said(*reason.not_with) if not overlaps(mark, beside)]
        if NUMBER in reason.not_with and any(first <= mark.start < last for mark in message.numbers):
            return False
        return bool(beside) and not against and bool(not reason.needs or said(reason.needs))

    def _stands(self, reason: Reason, mark: Mark, start: int, end: int) -> bool:
        """Whether the mark is near enough to the listed word, and on its side."""
        if mark.start < end and start < mark.end:
            return bool(reason.of)
        behind = mark.start >= end
        if reason.formed and behind not in self._sides:
            return False
        first, last = (end, mark.start) if behind else (mark.end, start)
        if reason.parted_by and any(first <= each.start < last for each in self._message.of(reason.parted_by)):
            return False
        return max(mark.start - end, start - mark.end) <= reason.within


def _is_taken_back(message: Message, contrast: str, again: str, place: int) -> bool:
    """Whether its sentence goes on with a contrast, and then with the thing itself."""
    turns = [mark for mark in message.of(contrast) if not _parted(mark, place, message.sentences)]
    return any(
        turn.end <= mark.start and not _parted(mark, place, message.sentences)
        for turn in turns
        for mark in message.of(again)
    )


def _clause(borders: Sequence[int], place: int, length: int) -> tuple[int, int]:
    """The first word of the clause or sentence that the place is in, and the first after it."""
    first = max((each for each in borders if each <= place), default=0)
    return first, min((each for each in borders if each > place), default=length)


def _parted(mark: Mark, place: int, sentences: Iterable[int]) -> bool:
    """Whether a sentence ends between the two."""
    return any(min(mark.start, place) < each <= max(mark.start, place) for each in sentences)
