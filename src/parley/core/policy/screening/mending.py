"""Words that nobody knows, read as what they are meant for: run together, taken apart, two letters swapped, starred.

The word as written stays beside the mended one, so that nothing that a list names is lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.chopped import is_chopped
from parley.core.policy.screening.known_words import small_words, vocabulary
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.named_words import is_word, rarity
from parley.core.policy.screening.piece_prices import compounds
from parley.core.policy.screening.rejoining import as_meant, is_whole, rejoined
from parley.core.policy.screening.separating import hides, is_derived, is_run, pieces, price, separated
from parley.core.policy.screening.starred import STAR, fitting
from parley.core.policy.screening.swapping import LETTER, UNKNOWN, likelihood, swapped
from parley.core.policy.screening.tokens import AS_I, ENDINGS, Tokens

PATIENCE = 700  # letters of a text that mending is tried on
MOST_CHOPPED = 400  # words of a text cut to pieces
SPARED = 300  # of them, those that rows of letters are not taken apart in
# Words of a text that are read closely: more are of a language that nobody here knows, or of none.
FIRST_ODD, LAST_ODD = 70, 40
SHORTEST_PIECE = 4  # of a word in pieces, that may be a word of its own
SHORTEST_JOINED, SHORTEST_SPLIT = 5, 6
LONGEST_SPLIT, LONGEST_HALF = 240, 6
NO_SPACE, SPACE = 10, 25  # what a space that is missing costs, and one that is too many: see ``known_words.cost``
SPELT = 10  # a space beside a word whose letters stood apart
MOST_STARRED = 8
# A word that was run together ends in a word of four letters, or one of these: shorter ones are endings.
LAST = frozenset({"now", "you", "all", "me", "us", "him", "her", "men", "gay", "jew"})
SINGLE = frozenset("aeioy")  # words of one letter
# French and others write "feux d'artifice"; without its space, the word before it ends in the "d".
ELIDED, VOWELS = frozenset("dl"), frozenset("aeiouyh")
LETTERS = "aeiouhnrstlcdmpgbkvyfwzjxq"
LIKELIEST = str.maketrans(LETTERS, "".join(sorted(LETTERS)))
STRANGE, BEGINS = 1, 2  # a word is not plain; it may be the first half of one of the lists


def mended(found: Tokens) -> Tokens:
    """The same text with unknown words mended where there is one way to do so."""
    odd = reduce(or_, map(_ODD.__getitem__, found.words), 0)
    if odd & BEGINS:
        _compound(found)
    chopped = is_chopped(_without_signed(found) if found.signed else found.words)
    if not chopped and not odd & STRANGE and not found.signed and not _rests(found):
        return found
    _bound_stars(found)
    strange = _bounded(found)
    counts = rejoined(found.words[:MOST_CHOPPED], found.endings) if chopped else []
    better = Tokens([], runs=found.runs, signed=found.signed)
    places = _read_again(found, better, counts, strange)
    for old, forms in found.others.items():
        for form, span in forms:
            width = places[min(old + span, len(places) - 1)] - places[old]
            if width:
                for way in _ways(form):
                    better.add(places[old], way, width)
    if chopped:
        _join_all(better)
    return better


def _bounded(found: Tokens) -> list[bool]:
    """Which words are strange; where hundreds are, or may be meant otherwise, the first and the last of them.

    Of the others, those that may be meant as a word that we know: in a long text whose words are all cut, the breach.
    """
    strange = [bool(_ODD[word] & STRANGE) for word in found.words]
    closely = sorted({place for place, each in enumerate(strange) if each} | found.others.keys())
    if len(closely) > FIRST_ODD + LAST_ODD:
        kept = {*closely[:FIRST_ODD], *closely[-LAST_ODD:]}
        rest = ((place, forms) for place, forms in found.others.items() if place not in kept)
        kept |= {place for place, forms in rest if any(_seen(form) for form, _ in forms)}
        found.others = {place: forms for place, forms in found.others.items() if place in kept}
        strange = [each and place in kept for place, each in enumerate(strange)]
    return strange


def _read_again(found: Tokens, better: Tokens, counts: list[int], strange: list[bool]) -> list[int]:
    """Adds each word, or what it is meant for; where each word of the text went, and where the last one ends."""
    places: list[int] = []
    place, left, last = 0, PATIENCE, len(found.words)
    freely = is_run(found.words, strange)
    for stop in (*_stops(found, strange, counts), last):
        if stop < place:  # it was read with the words before it
            continue
        places += range(len(better.words), len(better.words) + stop - place)
        better.words += found.words[place:stop]
        place = stop
        if place == last:
            break
        word, start = found.words[place], len(better.words)
        span, words = (1, None) if left <= 0 else _meant(found, place, counts, left, freely=freely)
        left -= len(word) if strange[place] else 0
        places += [start] * span
        better.words += words or [word]
        if words is not None and span == 1:
            better.add(start, word, len(words))
        elif place < len(counts) and span > 1:
            for piece in filter(_is_whole_word, found.words[place : place + span]):
                better.add(start, piece)
        place += span
    return [*places, len(better.words)]


def _stops(found: Tokens, strange: list[bool], counts: list[int]) -> list[int]:
    """The words that are strange, meant otherwise, in pieces, or followed by a strange one: the others stay."""
    stops = {place - step for place, each in enumerate(strange) if each for step in (0, 1)}
    stops.update(place for place, count in enumerate(counts) if count > 1)
    stops.update(_rests(found))
    return sorted((stops | found.others.keys()) - {-1})


def _rests(found: Tokens) -> list[int]:
    """The words whose letters stood apart from the first or the last of them: "h a n d i c a p és"."""
    return [place for place in range(len(found.words) - 1) if _whole_of_rest(found, place)] if found.runs else []


def _whole_of_rest(found: Tokens, place: int) -> str:
    """What the two words from here are together if one was spelt out and the other is its rest, else ""."""
    left, right = found.words[place : place + 2]
    if (left in found.runs) == (right in found.runs) or left.isdigit() or right in ENDINGS:
        return ""
    whole = (left + right).translate(AS_I)
    return whole if _belong(left, right, whole, SPELT) else ""


def _odd(word: str) -> int:
    """What is odd about a word, as bits; of most nothing is."""
    if word.isdigit():
        return 0
    return (0 if _plain(word) else STRANGE) | (BEGINS if word in compounds() else 0)


_ODD = ByWord(_odd)


def _compound(found: Tokens) -> None:
    """Two words that run together are one of the lists may be meant as that: "book maker"."""
    joined = compounds()
    for place, word in enumerate(found.words[:-1]):
        if word in joined:
            whole = joined[word].get(found.words[place + 1])
            if whole:
                found.add(place, whole, 2)


def _is_elided(word: str, following: str) -> bool:
    return len(word) >= SHORTEST_JOINED and word[-1] in ELIDED and following[0] in VOWELS and _plain(word[:-1])


def _without_signed(found: Tokens) -> list[str]:
    """The words but for those that signs stand in: these are no scraps."""
    inside = {place + step for place in found.signed for _, span in found.others.get(place, ()) for step in range(span)}
    return [word for place, word in enumerate(found.words) if place not in inside]


def _bound_stars(found: Tokens) -> None:
    """Hundreds of words may be meant by one with stars: only the first few such are looked at."""
    starred = list(dict.fromkeys(form for forms in found.others.values() for form, _ in forms if STAR in form))
    if len(starred) > MOST_STARRED:
        kept = {form: STAR not in form for forms in found.others.values() for form, _ in forms}
        kept |= dict.fromkeys(starred[:MOST_STARRED], True)
        found.others = {place: [each for each in forms if kept[each[0]]] for place, forms in found.others.items()}


def _join_all(better: Tokens) -> None:
    """Where a text is cut to pieces, any two neighbours may be one word."""
    for place, (left, right) in enumerate(pairwise(better.words[:MOST_CHOPPED])):
        if is_whole(left + right, len(left)):
            better.add(place, left + right, 2)


@lru_cache(maxsize=50_000)
def _seen(word: str) -> bool:
    return word.isdigit() or is_word(word)


def _is_whole_word(piece: str) -> bool:
    return len(piece) > LONGEST_HALF or (len(piece) >= SHORTEST_PIECE and _seen(piece))


@lru_cache(maxsize=50_000)
def _plain(word: str) -> bool:
    """Known, and no scrap such as half a word would be."""
    return word.isdigit() or (is_word(word) and (word in small_words() if len(word) <= 3 else not _may_be_two(word)))


def _may_be_two(word: str) -> bool:
    """Only the beginning is one of the lists, and its end is a word too: "lionpaw"."""
    end = word[-3:]
    return (
        len(word) >= SHORTEST_SPLIT
        and word not in vocabulary()
        and end not in small_words()
        and rarity(end) is not None
    )


def _meant(found: Tokens, place: int, counts: list[int], left: int, *, freely: bool) -> tuple[int, list[str] | None]:
    """How many words from here are read together, and as what; None: as they are written."""
    word = found.words[place]
    if place < len(counts) and counts[place] > 1 and place not in found.signed:
        whole = "".join(found.words[place : place + counts[place]])
        whole = whole if whole.isalpha() else whole.translate(AS_I)
        likely = [whole] if _seen(whole) else as_meant(whole) or _likeliest((whole,), left > SPARED, freely)
        joined = likely or _unheard(found.words[place : place + counts[place]])
        if joined:
            return counts[place], joined
    for form, span in found.others.get(place, ()):
        known = next((way for way in _ways(form) if _seen(way)), None)
        if known and (place in found.signed or not all(map(_seen, found.words[place : place + span]))):
            return span, [known]
        if not known and span > 1 and not any(map(_is_whole_word, found.words[place : place + span])):
            meant = _likeliest((form,), left > SPARED, freely)
            if meant:
                return span, meant
    following = found.words[place + 1] if place + 1 < len(found.words) else ""
    if following and not counts:
        spelt = _whole_of_rest(found, place)
        if spelt:
            return 2, [spelt]
        if not _are_words(word, following) and _belong(word, following, word + following, SPACE):
            return 2, [word + following]
    if _seen(word):
        return 1, separated(word) if _may_be_two(word) and left > SPARED else None
    if following and _is_elided(word, following):
        return 1, [word[:-1], word[-1]]
    meant = [form for form, span in found.others.get(place, ()) if span == 1 and not word.endswith(form)]
    ways = [word] if word[-1].isdigit() and not freely else [word, *meant]
    return 1, _likeliest(tuple(ways), left > SPARED, freely)


def _are_words(word: str, following: str) -> bool:
    """Whether both are words as they stand: of "Has Ana" the name is too short to be sure of, "has" is not."""
    if _plain(word):
        return _plain(following) or (word in small_words() and rarity(following) is not None)
    return False


def _unheard(pieces: Sequence[str]) -> list[str]:
    """The word that nobody knows whose pieces are no words either."""
    return [] if any(map(_seen, pieces)) else ["".join(pieces)]


@lru_cache(maxsize=20_000)
def _likeliest(ways: tuple[str, ...], patient: bool, freely: bool) -> list[str] | None:
    """What an unknown word, in one of these ways, is most likely meant for."""
    return next(_mended_ways(ways, patient, freely), None)


def _mended_ways(ways: Sequence[str], patient: bool, freely: bool) -> Iterator[list[str]]:
    """What an unknown word may be meant for, the likeliest first."""
    yield from ([word] for word in map(swapped, ways) if word)
    apart = _cheapest_first(separated(way, freely=freely) for way in ways) if patient else []
    yield from filter(hides, apart)
    yield from _cheapest_first(map(_split, ways))
    yield from apart


def _cheapest_first(ways: Iterable[list[str] | None]) -> list[list[str]]:
    found = list(filter(None, ways))
    return sorted(found, key=price) if len(found) > 1 else found


@lru_cache(maxsize=20_000)
def _belong(left: str, right: str, whole: str, space: int) -> bool:
    """Whether two words are likelier the halves of one, if a space between costs so much."""
    if len(whole) < SHORTEST_JOINED or not is_whole(whole, len(left)):
        return False
    return likelihood(whole) + space < likelihood(left) + likelihood(right)


def _ways(form: str) -> Sequence[str]:
    """The form, or what its stars may stand for."""
    return _starred(form) if STAR in form else (form,)


@lru_cache(maxsize=5_000)
def _starred(form: str) -> tuple[str, ...]:
    stars = form.count(STAR)
    if stars > 2 or len(form) <= 2 * stars:
        return ()
    ways = fitting(form)
    if stars == 1 and len(form) >= SHORTEST_JOINED:  # new names of medicines, known by how they end
        ways.update(filter(is_medicine, (form.replace(STAR, letter) for letter in LETTERS)))
    return tuple(sorted(ways, key=lambda way: (likelihood(way), way.translate(LIKELIEST))))


@lru_cache(maxsize=20_000)
def _split(word: str) -> list[str] | None:
    """The likeliest words that were run together, if likelier than a word that nobody knows."""
    if not SHORTEST_SPLIT <= len(word) <= LONGEST_SPLIT or is_derived(word):
        return None
    words = pieces(word)
    if len(words) == 1 or not all(map(_seen, words)) or price(words) - NO_SPACE >= UNKNOWN + LETTER * len(word):
        return None
    if not all(_may_stand(each, last=False) for each in words[:-1]) or not _may_stand(words[-1], last=True):
        return None
    return words if sum(len(each) <= 3 for each in words) * 2 <= len(words) + 1 else None


def _may_stand(piece: str, *, last: bool) -> bool:
    if len(piece) > 3 or piece.isdigit():
        return True
    return piece in (LAST if last else SINGLE if len(piece) == 1 else small_words())
