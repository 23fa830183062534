"""One message of a set, with what is true of it, and which half of the set it is in."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

Half = Literal["seen", "unseen", "all"]
OPENING = 12  # letters and digits; messages of one campaign begin alike and go on otherwise
NOT_SAID = re.compile(r"[\W_]")


@dataclass(frozen=True)
class Case:
    """``slices``: what it is counted under. ``apart``: why it is counted apart from the others, '' if it is not.

    ``like_seen``: it begins as a message of the seen half does, so it would judge what was learnt by heart.
    """

    text: str
    breach: bool
    clause: str = ""
    slices: dict[str, str] = field(default_factory=dict)
    apart: str = ""
    like_seen: bool = False

    @property
    def half(self) -> Half:
        """The seen half may be read and teaches; the other gives figures only. What may be read is for ``readable``."""
        return "seen" if self.like_seen or readable(self) else "unseen"


def readable(case: Case) -> bool:
    """Whether a person may open the text: told by its hash alone, so that it never changes."""
    return sha256(case.text.encode()).digest()[0] % 2 == 0


def parted(cases: Iterable[Case]) -> list[Case]:
    """The cases with near-duplicates on one side: what begins like a text of the seen half belongs to it too."""
    known = list(cases)
    openings = {_opening(case) for case in known if readable(case)}
    return [replace(case, like_seen=_opening(case) in openings) for case in known]


def _opening(case: Case) -> str:
    return NOT_SAID.sub("", case.text.lower())[:OPENING]


def rows(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    """The objects of the folder's files of JSON lines of that name, packed or not."""
    for file in sorted(folder.glob(pattern)):
        content = file.read_bytes()
        text = (gzip.decompress(content) if file.suffix == ".gz" else content).decode("utf-8")
        yield from (json.loads(line) for line in text.split("\n") if line.strip())
