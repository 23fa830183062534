"""One message of a set, with what is true of it, and which half of the set it is in."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from parley.core.policy.identifiers import Turn

Half = Literal["seen", "unseen", "all"]
OPENING = 12  # letters and digits; messages of one campaign begin alike and go on otherwise
NOT_SAID = re.compile(r"[\W_]")


@dataclass(frozen=True)
class Case:
    """``slices``: what it is counted under. ``apart``: why it is counted apart from the others, '' if it is not.

    ``before``: the messages of the thread before it, newest last; empty for a message that is read by itself.
    """

    text: str
    breach: bool
    clause: str = ""
    slices: dict[str, str] = field(default_factory=dict)
    apart: str = ""
    before: tuple[Turn, ...] = ()

    @property
    def half(self) -> Half:
        """The seen half may be read while lists are written, the other gives figures only: told by the text's hash."""
        return "seen" if sha256(self.text.encode()).digest()[0] % 2 == 0 else "unseen"


def opening(text: str) -> str:
    """How the text begins: messages that begin alike teach together and are judged together."""
    return NOT_SAID.sub("", text.lower())[:OPENING]


def rows(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    """The objects of the folder's files of JSON lines of that name, packed or not."""
    for file in sorted(folder.glob(pattern)):
        content = file.read_bytes()
        text = (gzip.decompress(content) if file.suffix == ".gz" else content).decode("utf-8")
        yield from (json.loads(line) for line in text.split("\n") if line.strip())
