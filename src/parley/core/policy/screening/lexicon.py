"""What the lists of words say of a text: strong words by themselves, weak ones with their context."""

from collections.abc import Sequence

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.phrases import Occurrence, lexicon
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.reasons import Reasons

STRONG, TWICE, SUPPORTED, SEVERAL, ALONE = 0.9, 0.95, 0.65, 0.55, 0.3


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause whose words are in the text."""
    by_clause: dict[str, list[Occurrence]] = {}
    languages = ["any", *reading.languages, *(["hi"] if "hi-Latn" in reading.languages else [])]
    reasons = Reasons(reading)
    for each in lexicon().occurrences(reading.words, reading.others, languages):
        if reasons.excuses(each) or _lacks_number(reading.words, each):
            continue
        by_clause.setdefault(each.entry.clause, []).append(each)
    return [hit for clause, found in by_clause.items() for hit in [_judge(clause, found, reasons)] if hit]


def _lacks_number(words: Sequence[str], each: Occurrence) -> bool:
    """ "% off" is read as "off": it counts after a number only, not in "Friday off"."""
    if not each.entry.phrase.startswith("%"):
        return False
    return each.start == 0 or not any(map(str.isdigit, words[each.start - 1]))


def _judge(clause: str, found: list[Occurrence], reasons: Reasons) -> Hit | None:
    masks = [(o.start, o.end) for o in found if o.entry.role == "masks"]
    unless = [o for o in found if o.entry.role == "unless"]
    seen = [o for o in found if not any(start <= o.start and o.end <= end for start, end in masks)]
    strong = [o for o in seen if o.entry.role == "strong"]
    weak = [o for o in seen if o.entry.role == "weak"]
    context = [o for o in seen if o.entry.role == "context"]
    doubted = [o for o in seen if any(not reasons.parts(o, other) for other in unless)]
    if doubted:
        weak = [o for o in weak if o not in doubted] + [o for o in strong if o in doubted]
        strong = [o for o in strong if o not in doubted]
    if strong:
        places = {o.start for o in strong}
        return Hit(clause, "lexicon", TWICE if len(places) > 1 or context else STRONG, strong[0].entry.phrase)
    if not weak:
        return None
    supported = any(_apart(w, c) for w in weak for c in context)
    several = len({w.start for w in weak}) > 2
    strength = SUPPORTED if supported else SEVERAL if several else ALONE
    return Hit(clause, "lexicon", strength, weak[0].entry.phrase)


def _apart(one: Occurrence, other: Occurrence) -> bool:
    return one.end <= other.start or other.end <= one.start
