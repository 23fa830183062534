"""Which protected characteristic people would be selected by: by a field, the value of a tag, or a plan's name."""

from functools import lru_cache

from parley.core.policy.characteristics.table import Characteristic, fitting, longest, table, words_in, words_of

PHRASE = 4  # words in the name of a group
UNLIKE = ("!", "≠", "<>")  # in the sign of "is not"


@lru_cache(maxsize=4096)
def characteristic_of(field: str, value: str = "", operator: str = "=") -> Characteristic | None:
    """What people would be selected by."""
    words = words_in(field)
    return _named(words) or _guessed(words, value, operator) or _tagged(words, value)


def _named(words: list[str]) -> Characteristic | None:
    """The characteristic that the field is called by."""
    own = _of_a_thing(words)
    if own == "all":
        return None
    for kind, sure in (("fields", True), ("proxies", False)):
        found = longest(words, table()[kind])
        if found:
            if own == "measures" and found.phrase in words_of("measures"):
                return None
            return Characteristic(found.characteristic, sure)
    return None


def _of_a_thing(words: list[str]) -> str:
    """Whose characteristic it is: 'all' if a thing's, 'measures' if only age and the like are the thing's own."""
    said = set(words)
    if words_of("persons") & said:
        return ""
    return "all" if words_of("goods") & said else "measures" if words_of("records") & said else ""


def _guessed(words: list[str], value: str, operator: str) -> Characteristic | None:
    """Where people come from, guessed from their names, or by leaving out who lives in a country."""
    said, how = set(words), set(words_in(operator))
    if not value.strip() or _of_a_thing(words) == "all" or words_of("existing") & how:
        return None
    if words_of("names") & said:
        return Characteristic("race", sure=False)
    left_out = words_of("excluding") & how or any(sign in operator for sign in UNLIKE)
    return Characteristic("national_origin", sure=False) if left_out and fitting(words, "countries") else None


def _tagged(words: list[str], value: str) -> Characteristic | None:
    if not (words_of("grouping") & set(words) and value):
        return None
    named = " ".join(word for word in words_in(value) if word not in words_of("people"))
    group = table()["groups"].get(named)
    return Characteristic(group, sure=False) if group else None


@lru_cache(maxsize=4096)
def characteristic_in(name: str) -> Characteristic | None:
    """The people that a plan is called by: “Muslims in Lagos”, “no foreigners”; not “women's shoes”."""
    words = words_in(name)
    groups = table()["groups"]
    for length in range(min(PHRASE, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            group = groups.get(" ".join(words[start : start + length]))
            if group and _are_meant(words, start, start + length):
                return Characteristic(group, sure=False)
    return None


def _are_meant(words: list[str], start: int, end: int) -> bool:
    """Whether the people themselves are meant, not something that is made for them."""
    if words_of("closing") & {*words[max(0, start - 2) : start], *words[end : end + 1]}:
        return True
    if start and words[start - 1] in words_of("before_things"):
        return bool(words_of("grouping") & set(words[max(0, start - 2) : start - 1]))
    following = words[end] if end < len(words) else ""
    return not following or following.isdigit() or following in words_of("people") | words_of("joining")
