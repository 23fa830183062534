"""The sentences that the text model is taught with: our examples, ordinary talk, and names of the lists in frames."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

from parley.core.policy.screening.phrases import lexicon, phrase_words
from scripts.steps import ROOT

SCREENING = ROOT / "src" / "parley" / "core" / "policy" / "screening"
READ = ("normalise.py", "tokens.py", "features.py", "confusables.toml")
FRAMES_A_TERM, FRAMES_A_GOOD, TALK_A_THING, FILLED = 2, 5, 10, 6
PART = re.compile(r"\{(\w+)\}")
OTHERS = 4  # one in so many of the sentences made from frames of other clauses is learnt from
# A public vocabulary of English (Apache-2.0), and of those of subtitles that pyspellchecker carries (MIT) the 20,000
# commonest words of four letters and more, without accents. (Of Arabic, ``teach_words`` alone reads such a list.)
WRITTEN = ("english", "spanish", "portuguese", "french")
CHANCES = 4_000  # a language
FRAMED = 0.4  # a sentence made from a frame says less than one that a person wrote
COMMERCE = frozenset(f"E4.{number}" for number in range(15))
# Where a breach of one clause says nothing about the other, since it may well break both.
NEAR = (
    frozenset({"B8", "E3", "E4.0", "E4.8", "E4.10", "E4.11", "E4.13", "E4.14"}),
    frozenset({"B8", "E4.12", "E4.13"}),
    frozenset({"E2", "E3", "E6", "E7"}),
    frozenset({"E7", "E4.12", "E4.13"}),
    frozenset({"D4", "E4.3", "E4.4", "E4.9"}),
    frozenset({"E3", "E4.1", "E4.3", "E4.5", "E4.9"}),
    frozenset({"E4.5", "E4.6"}),
)
# Where even what is honest about one says nothing about the other.
UNSURE = (frozenset({"E2", "E6", "E7"}), frozenset({"E7", "E4.12"}), frozenset({"D4", "E4.3", "E4.4", "E4.9"}))
# Learnt from its own sentences and ordinary talk only: a shop's honest offer is promotion all the same.
OWN = frozenset({"C2"})
# People tell friends of their health, and shops name it: that a message is honest says nothing here. Measured: recall
# fell by 1.7 points, and by 1.2.
PRIVATE = frozenset({"D4"})


@dataclass(frozen=True)
class Sample:
    """One text. ``clause``: whose file or list it is from, '' for ordinary talk.

    ``public``: of a public set, or what businesses write of anything, health among it.
    """

    text: str
    clause: str
    breach: bool
    weight: float = 1.0
    public: bool = False

    def says(self, label: str) -> bool:
        """Whether the model of the label may learn from it."""
        if self.public and label in PRIVATE:
            return False
        if self.clause == label:
            return True
        if label in OWN or self.clause in OWN:
            return not self.clause and self.weight == 1.0
        if self.weight < 1 and crc32(f"{label} {self.text}".encode()) % OTHERS:
            return False
        apart = NEAR if self.breach else UNSURE
        return not any({self.clause, label} <= clauses for clauses in apart)


def digest(*more: str) -> str:
    """Of everything that a model is made from: another digest, and the file is older than its sources.

    ``more``: files of the screening that this model reads beside those that all read.
    """
    made_from = sha256()
    folders = ("examples", "lexicons", "teaching")
    files = [SCREENING / name for name in (*READ, *more)]
    files += [file for folder in folders for file in sorted((SCREENING / folder).glob("*.toml"))]
    for file in files:
        made_from.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return made_from.hexdigest()


def samples() -> list[Sample]:
    """All, each text once a clause, in an order that does not change."""
    found = [*_examples(), *_ordinary(), *_framed(), *_chance()]
    return list({(each.text, each.clause): each for each in found}.values())


def _examples() -> Iterator[Sample]:
    for file in sorted((SCREENING / "examples").glob("*.toml")):
        for lists in languages_of(file).values():
            for breach in (True, False):
                for text in lists.get("breach" if breach else "honest", ()):
                    yield Sample(text, file.stem, breach)


def languages_of(file: Path) -> dict[str, Any]:
    """The lists of a file by language."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: lists for name, lists in data.items() if isinstance(lists, dict)}


def _ordinary() -> Iterator[Sample]:
    for name in ("ordinary", "chat", "written"):
        for language, lists in languages_of(SCREENING / "teaching" / f"{name}.toml").items():
            for sentence in lists["sentences"].strip().splitlines():
                yield Sample(sentence, "", breach=False, public=name == "written")
            for good in _split(lists.get("goods", "")):
                for text in _in_frames(good, language, FRAMES_A_GOOD):
                    yield Sample(text, "", breach=False, weight=FRAMED)
    yield from _filled()
    for lists in languages_of(SCREENING / "teaching" / "talk.toml").values():
        for text in _talk(lists):
            yield Sample(text, "", breach=False, weight=FRAMED)


def _filled() -> Iterator[Sample]:
    """Each notice of a business, and each lure, filled in some ways."""
    kept = tomllib.loads((SCREENING / "teaching" / "fillings.toml").read_text(encoding="utf-8"))
    fillings = {name: _split(listed) for name, listed in kept.items()}
    for name, clause in (("notices", ""), ("lures", "B8")):
        for lists in languages_of(SCREENING / "teaching" / f"{name}.toml").values():
            for frame in lists["sentences"].strip().splitlines():
                for number in range(FILLED):
                    text = PART.sub(partial(_filling, fillings, f"{number} {frame}"), frame)
                    yield Sample(text, clause, breach=bool(clause), public=True)


def _filling(fillings: dict[str, list[str]], salt: str, part: re.Match[str]) -> str:
    listed = fillings[part[1]]
    return listed[crc32(f"{salt} {part.start()}".encode()) % len(listed)]


def _talk(lists: dict[str, Any]) -> Iterator[str]:
    """Each thing with some of what is done to it and what befalls it."""
    frames, things = lists["frames"], _split(lists["thing"])
    parts = {name: _split(lists[name]) for name in ("do", "trouble")}
    for thing in things:
        start = crc32(thing.encode())
        for number in range(TALK_A_THING):
            chosen = {name: words[(start // 7 + number * 3) % len(words)] for name, words in parts.items()}
            yield frames[(start + number) % len(frames)].format(thing=thing, **chosen)


def _split(listed: str) -> list[str]:
    return [each.strip() for each in listed.replace("\n", " ").split(";") if each.strip()]


def _framed() -> Iterator[Sample]:
    for entry in lexicon().entries:
        if entry.clause not in COMMERCE or entry.role not in ("strong", "masks"):
            continue
        for text in _in_frames(entry.phrase.replace("*", ""), entry.language, FRAMES_A_TERM):
            yield Sample(text, entry.clause, entry.role == "strong", FRAMED)


def _chance() -> Iterator[Sample]:
    """Words put together by chance: what no sentence of ours says, and no list names, speaks for no clause."""
    named = {word for entry in lexicon().entries for word in phrase_words(entry.phrase)}
    for language in WRITTEN:
        words = [word for word in written_words(language) if not lexicon().knows(word) and word not in named]
        for number in range(CHANCES):
            start = crc32(f"chance {number} of {language}".encode())
            yield Sample(" ".join(words[(start >> i) % len(words)] for i in range(2 + number % 7)), "", False, FRAMED)


def written_words(language: str) -> list[str]:
    """In the order of how often they are written."""
    return (SCREENING / "teaching" / f"{language}.txt").read_text(encoding="utf-8").split()


def _in_frames(thing: str, language: str, count: int) -> Iterator[str]:
    frames = _frames()
    chosen = frames.get(language) or frames["en"]
    start = crc32(thing.encode())
    for number in range(count):
        yield chosen[(start + number * 7) % len(chosen)].replace("%", thing)


def _frames() -> dict[str, list[str]]:
    data: dict[str, list[str]] = tomllib.loads((SCREENING / "teaching" / "frames.toml").read_text(encoding="utf-8"))
    return data
