"""Which entries of a list a business or a person may be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from parley.core.policy.sanctions.entries import Name, WatchEntry, WatchHit
from parley.core.policy.sanctions.matching import likeness
from parley.core.policy.sanctions.naming import comparable

# From this likeness on, a person must look at it.
THRESHOLD = 85
SAME_YEAR, OTHER_YEAR = 3, 20
# Lists give years of birth that are a year or two off.
NEAR = 1


@dataclass(frozen=True)
class Subject:
    """Whom we ask about. ``birth_year``: 0 where it is not known."""

    name: str
    is_person: bool = False
    birth_year: int = 0


def hits(
    subjects: Iterable[Subject], entries: Iterable[WatchEntry], list_name: str, threshold: int = THRESHOLD
) -> list[WatchHit]:
    """The best hit of each subject against each entry, gravest first."""
    listed = list(entries)
    found = [
        hit for subject in subjects for entry in listed for hit in [_hit(subject, entry)] if hit.score >= threshold
    ]
    named = [replace(hit, list_name=list_name) for hit in found]
    return sorted(named, key=lambda hit: (-hit.score, hit.entry_id, hit.asked))


def _hit(subject: Subject, entry: WatchEntry) -> WatchHit:
    scored = [(_score(subject, entry, name), name.text) for name in entry.names]
    score, name = max(scored, default=(0, ""))
    return WatchHit("", entry.entry_id, score, subject.name, name, entry.programme)


def _score(subject: Subject, entry: WatchEntry, name: Name) -> int:
    score = likeness(subject.name, name.text)
    years = entry.birth_years
    if score and subject.birth_year and years:
        same = any(abs(subject.birth_year - year) <= NEAR for year in years)
        score += SAME_YEAR if same else -OTHER_YEAR
        if name.weak and same:
            return min(100, round(score))
    if name.weak and len(comparable(name.text).words) < 2:
        score -= OTHER_YEAR  # half a town is called so
    return max(0, min(100, round(score)))
