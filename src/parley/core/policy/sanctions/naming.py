"""Names in a form that can be compared: Latin letters, without titles, links and forms of company."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

LONGEST = 300
ARABIC = re.compile("[\u0600-\u06ff]")
MARKS = re.compile("[\u064b-\u065f\u0670\u200b-\u200f]")
SERVANT_OF = re.compile(r"\bعبد\s?(?:ال)?(?=\w{2})")
ARTICLE = re.compile(r"\b(?:وال|ال)(?!له\b)(?=\w{2})")  # the name of God has none
NOT_LETTERS = re.compile(r"[^a-z0-9]+")
APOSTROPHES = re.compile(r"[’'`´ʼʻ]")
SERVANT = re.compile(
    r"\babd[aeiou]?[lr]?[\s-]+(?:(?:al|el|ul|ar|er|ur|as|us|ur)[\s-]+)?(?=[a-z])|\babd[aeu]l[\s-]?(?=[a-z])"
)
VOWELS = "aeiouwy"
JOINED = 4  # consonants that the words of a name have together, written as one
# The same sound, written in different ways; longer ones first.
SPELLINGS = (
    ("shch", "s"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"),
    ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("sh", "s"), ("ch", "s"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
    ("x", "ks"), ("q", "k"), ("g", "k"), ("c", "k"), ("v", "f"), ("z", "s"), ("p", "b"),
)  # fmt: skip


# Chinese and Korean write a name together, of which each character is a syllable.
EACH = re.compile("([\u3400-\u9fff\uac00-\ud7af])")
KANA = re.compile("[\u3040-\u30ff]")
LEET = str.maketrans("0134578@$", "oieastbas")
TOKEN = re.compile(r"[\w@$]+")
# As these letters are heard in names, where the plain romanisation goes by the alphabet.
HEARD = (("χ", "h"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("ב", "b"))


@dataclass(frozen=True)
class Comparable:
    """The words of a name that say who it is, the sound of each, and the words that many share."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    weights: tuple[float, ...]


@lru_cache(maxsize=50_000)
def comparable(name: str) -> Comparable:
    """The name's words. Where only common words are left, those."""
    table = _table()
    written = romanised(EACH.sub(r"\1 ", name[:LONGEST])).split()
    words = [word for word in written if word not in table["titles"] and word not in table["links"]]
    telling = [word for word in words if word not in table["forms"]] or words or written
    weights = tuple(0.3 if word in table["common"] else 1.0 for word in telling)
    if all(weight < 1 for weight in weights):
        weights = (1.0,) * len(telling)
    return Comparable(tuple(telling), tuple(sound(word) for word in telling), weights)


@lru_cache(maxsize=50_000)
def readings(name: str) -> tuple[str, ...]:
    """As written; with digits that stand for letters; as it is heard in Greek and Hebrew; with an r of Japan as l."""
    plain = unicodedata.normalize("NFKC", name[:LONGEST]).casefold()
    letters = TOKEN.sub(_lettered, plain)
    heard = plain
    for written, said in HEARD:
        heard = heard.replace(written, said)
    kana = romanised(plain).replace("r", "l") if KANA.search(plain) else plain
    return tuple(dict.fromkeys((name, *(each for each in (letters, heard, kana) if each != plain))))


def _lettered(token: re.Match[str]) -> str:
    """Digits as the letters that they look like, beside two real ones at least: “b0k0”, not “24”."""
    word = token.group()
    return word.translate(LEET) if sum(map(str.isalpha, word)) > 1 else word


@lru_cache(maxsize=50_000)
def romanised(name: str) -> str:
    """In small Latin letters, one space between words, whatever script it was written in."""
    text = unicodedata.normalize("NFKC", name[:LONGEST]).casefold()
    if ARABIC.search(text):
        text = ARTICLE.sub("", SERVANT_OF.sub("abd", MARKS.sub("", text)))
        letters = _arabic()
        text = "".join(letters.get(character, character) for character in text)
    text = APOSTROPHES.sub("", anyascii(text)).lower()
    text = SERVANT.sub("abd", text)
    return _initials(NOT_LETTERS.sub(" ", text).strip())


def _initials(text: str) -> str:
    """``s a r l`` is one word."""
    return re.sub(r"\b(?:[a-z] ){1,4}[a-z]\b", lambda letters: letters.group().replace(" ", ""), text)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The consonants as most languages hear them: Mohammed, Muhamad and محمد are one. A first vowel counts as one."""
    if word.isdigit():
        return word
    heard = word
    for written, said in SPELLINGS:
        heard = heard.replace(written, said)
    first = "a" if heard[:1] in VOWELS else heard[:1]
    rest = [letter for letter in heard[1:] if letter not in VOWELS and letter != "h"]
    return first + "".join(letter for i, letter in enumerate(rest) if i == 0 or letter != rest[i - 1])


def keys_of(name: str) -> tuple[str, ...]:
    """By what a name is looked up: each sound, each with one consonant left out for a slip, and all of them as one."""
    keys: dict[str, None] = {}
    for reading in readings(name):
        found = comparable(reading)
        for word, heard in zip(found.words, found.sounds, strict=True):
            keys[heard] = None
            if len(heard) > 3:
                keys.update(dict.fromkeys(heard[:i] + heard[i + 1 :] for i in range(len(heard))))
            elif len(heard) < 3:
                keys[word] = None
        together = sound("".join(found.words))
        if len(together) >= JOINED:
            keys[together] = None
    return tuple(keys)


@cache
def _table() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("parley.core.policy.sanctions") / "naming.toml").read_text(encoding="utf-8"))
    return {name: frozenset(anyascii(word) for word in words) for name, words in data.items()}


@cache
def _arabic() -> dict[str, str]:
    source = files("parley.core.policy.sanctions") / "arabic.toml"
    return dict(tomllib.loads(source.read_text(encoding="utf-8"))["letters"])
