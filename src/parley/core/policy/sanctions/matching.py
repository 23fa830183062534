"""How alike two names are, 0 to 100: in any order of words, with slips of the pen and other ways to spell a sound."""

from rapidfuzz.distance import OSA, JaroWinkler

from parley.core.policy.sanctions.naming import JOINED, Comparable, comparable, readings, sound

VOWELS = frozenset("aeiou")
# A pair of words that is less alike than this is no pair.
PAIR = 84.0
SAME_SOUND, SHORT_SOUND = 96.0, 88.0
CLOSE = 80.0  # how alike two names of the same few consonants are written
# What it costs that a word of the list's name, or of ours, has no partner.
LIST_ALONE, OURS_ALONE = 8.0, 16.0


def likeness(ours: str, listed: str) -> float:
    """100 for the same name. A single word is like a longer name only if it is the only telling one."""
    return max(_likeness(comparable(one), comparable(other)) for one in readings(ours) for other in readings(listed))


def _likeness(mine: Comparable, theirs: Comparable) -> float:
    if not mine.words or not theirs.words:
        return 0.0
    together = _joined(mine, theirs)
    if together >= PAIR:
        return together
    pairs = _pairs(mine, theirs)
    weight = sum(min(mine.weights[i], theirs.weights[j]) for i, j, _ in pairs)
    if not pairs or not _enough(mine, theirs, pairs):
        return 0.0
    alike = sum(score * min(mine.weights[i], theirs.weights[j]) for i, j, score in pairs) / weight
    alone = _alone(mine, {i for i, _, _ in pairs}) * OURS_ALONE + _alone(theirs, {j for _, j, _ in pairs}) * LIST_ALONE
    return max(0.0, alike - alone)


def _joined(mine: Comparable, theirs: Comparable) -> float:
    """Written as one word or as several: Al Qaeda, Alqaeda; North Bank, Northbank; Hizb Allah, Hezbollah."""
    ours, listed = "".join(mine.words), "".join(theirs.words)
    if ours == listed:
        return 100.0
    heard, apart = sound(ours), len(mine.words) != len(theirs.words)
    if heard != sound(listed) or len(heard) < JOINED or (apart and 1 not in (len(mine.words), len(theirs.words))):
        return 0.0
    close = JaroWinkler.normalized_similarity(ours, listed) * 100
    return SAME_SOUND if close >= (PAIR if len(heard) > JOINED else CLOSE) else 0.0


def _pairs(mine: Comparable, theirs: Comparable) -> list[tuple[int, int, float]]:
    """The best partner of each word, the surest first."""
    found = [
        (_word_likeness(mine, i, theirs, j), i, j) for i in range(len(mine.words)) for j in range(len(theirs.words))
    ]
    pairs, used_i, used_j = [], set[int](), set[int]()
    for score, i, j in sorted(found, reverse=True):
        if score < PAIR:
            break
        if i not in used_i and j not in used_j:
            pairs.append((i, j, score))
            used_i.add(i)
            used_j.add(j)
    return pairs


def _word_likeness(mine: Comparable, i: int, theirs: Comparable, j: int) -> float:
    ours, listed = mine.words[i], theirs.words[j]
    if ours == listed:
        return 100.0
    if len(ours) == 1 or len(listed) == 1:
        return PAIR if ours[0] == listed[0] else 0.0  # an initial
    if ours.isdigit() or listed.isdigit():
        return 0.0
    close = JaroWinkler.normalized_similarity(ours, listed) * 100
    without_vowels = not VOWELS & set(ours) or not VOWELS & set(listed)  # as Arabic is written
    if mine.sounds[i] == theirs.sounds[j] and (close >= 60 or without_vowels):
        return SAME_SOUND if len(mine.sounds[i]) > 2 else max(SHORT_SOUND, close)
    slips = OSA.distance(ours, listed, score_cutoff=2)
    return 94.0 - 3 * slips if slips <= _slips_in(max(len(ours), len(listed))) else 0.0


def _slips_in(length: int) -> int:
    """How many letters may be wrong, missing, too many or turned round."""
    return 0 if length < 5 else 1 if length < 9 else 2


def _enough(mine: Comparable, theirs: Comparable, pairs: list[tuple[int, int, float]]) -> bool:
    """Two telling words must agree, or the only one that there is on either side."""
    telling = [(i, j) for i, j, score in pairs if min(mine.weights[i], theirs.weights[j]) == 1 and score > PAIR]
    if len(telling) > 1:
        return True
    alone = sum(w == 1 for w in theirs.weights) == 1 and sum(w == 1 for w in mine.weights) == 1
    return bool(telling) and alone


def _alone(name: Comparable, paired: set[int]) -> float:
    return sum(weight for i, weight in enumerate(name.weights) if i not in paired)
