"""What kind of thing an English word names, and what kind of deed: sets of words, so that a look costs nothing."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

FILE = "requests.toml"
BEINGS = frozenset(("people", "animals"))
# Who does something for a living, or belongs somewhere: "cyclist", "librarian", "profiteer", "actress", "babysitter".
AGENTS = ("ologist", "ographer", "ician", "arian", "keeper", "worker", "maker", "holder", "driver", "seller", "dresser")
PERSON_ENDINGS = (*AGENTS, "sman", "smen", "swoman", "swomen", "person", "ist", "eer", "ian", "ess", "sitter", "mate")
NO_ENDINGS = ("ness", "less")
NOT_PEOPLE = frozenset(
    [
        "fist",
        "list",
        "mist",
        "twist",
        "wrist",
        "gist",
        "checklist",
        "playlist",
        "waitlist",
        "wishlist",
        "beer",
        "deer",
        "peer",
        "pioneer",
        "career",
        "veneer",
        "process",
        "access",
        "success",
        "address",
        "business",
        "dress",
        "mattress",
        "press",
        "chess",
        "stress",
        "mess",
        "less",
        "fortress",
        "compress",
        "express",
        "progress",
        "congress",
        "wilderness",
        "darkness",
        "illness",
        "fitness",
        "wellness",
        "happiness",
        "witness",
        "weakness",
        "sickness",
        "loneliness",
        "guess",
        "excess",
        "cypress",
        "abscess",
        "recess",
        "egress",
        "ingress",
        "regress",
        "floss",
        "cress",
        "watercress",
        "unless",
        "bless",
        "confess",
        "possess",
        "screwdriver",
        "tablet",
        "estimate",
        "ultimate",
        "climate",
        "animate",
        "primate",
        "automate",
        "consist",
        "insist",
        "resist",
        "persist",
        "exist",
        "assist",
        "artist's",
        "bookkeeper's",
        "timekeeper",
        "goalkeepers",
        "doorkeeper",
        "placeholder",
        "candleholder",
        "shareholder",
        "meter",
        "median",
    ]
)
SHORTEST = 5


@cache
def _sets() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads((files("parley.core.policy.screening") / FILE).read_text(encoding="utf-8"))
    return {part: {name: frozenset(words.split()) for name, words in sets.items()} for part, sets in data.items()}


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, words in _sets()["things"].items():
        for word in words:
            kinds.setdefault(word, kind)
    return kinds


def words_of(part: str, name: str) -> frozenset[str]:
    """The words of one class of a part of the file."""
    return _sets()[part][name]


def deeds(name: str) -> frozenset[str]:
    """The words of one class of deeds."""
    return _sets()["deeds"][name]


@cache
def verbs_with(part: str) -> dict[str, frozenset[str]]:
    """By each verb of a part of the file, the words of which one must be there too."""
    return {verb: words for verbs, words in _sets()[part].items() for verb in verbs.split()}


@lru_cache(maxsize=20_000)
def is_classed(word: str) -> bool:
    """Whether any class has the word."""
    return bool(kind_of(word)) or any(word in each for sets in _sets().values() for each in sets.values())


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """The class of the thing that the word names in singular or plural, '' if none does."""
    kinds = _kinds()
    for form in _singulars(word):
        if form in kinds:
            return kinds[form]
    plain = word.removesuffix("s") if not word.endswith("ss") else word
    if plain in words_of("secrets", "names") or plain in words_of("secrets", "famous"):
        return "people"
    if len(plain) <= SHORTEST or plain.endswith(NO_ENDINGS):
        return ""
    if plain.endswith(PERSON_ENDINGS) and not {word, plain} & NOT_PEOPLE:
        return "people"
    return ""


def _singulars(word: str) -> tuple[str, ...]:
    if not word.endswith("s") or word.endswith("ss"):
        return (word,)
    stem = word[:-1]
    if word.endswith("ies"):
        return word, f"{word[:-3]}y", stem
    if word.endswith("ves"):
        return word, stem, f"{word[:-3]}f", f"{word[:-3]}fe"
    return (word, stem, word[:-2]) if word.endswith("es") else (word, stem)
