"""Whole dialogues in six languages, with and without identifiers, and what is left of one after the product read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from parley.core.policy.identifiers import Turn
from parley.core.policy.redaction import redact, redact_in_thread

LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
BRACKETED = re.compile(r"\[([^\]]+)\]")
WHOLE = 6  # characters; a shorter one is a piece, and some piece of a number has to go


@dataclass
class Dialogue:
    """``name``: file, sign and number. ``turns``: who wrote ("<" the business, ">" the customer), and what."""

    name: str
    has_identifier: bool
    taught: bool
    turns: list[tuple[str, str]] = field(default_factory=list)

    def kept(self) -> list[str]:
        """What is stored, each message read as it comes in: by itself, and then in its thread."""
        stored: list[Turn] = []
        for who, written in self.turns:
            text = _bare(written)
            if who == ">":
                text, _ = redact_in_thread(stored, redact(text)[0])
            stored.append(Turn(who == ">", text))
        return [turn.text for turn in stored]

    def is_right(self) -> bool:
        """With an identifier: no whole one stays. Without: nothing is taken out."""
        kept = self.kept()
        if not self.has_identifier:
            return kept == [_bare(written) for _, written in self.turns]
        gone: dict[bool, list[bool]] = {True: [], False: []}
        for (_, written), text in zip(self.turns, kept, strict=True):
            for each in BRACKETED.findall(written):
                gone[len(each) >= WHOLE].append(each not in text)
        return all(gone[True]) and (not gone[False] or any(gone[False]))


def _bare(written: str) -> str:
    return written.replace("[", "").replace("]", "")


def dialogues(folder: str = "") -> Iterator[Dialogue]:
    """Those of a folder beside this file, "" for those here."""
    for place, language in enumerate(LANGUAGES):
        known: Dialogue | None = None
        for line in (Path(__file__).parent / folder / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            sign, _, rest = line.partition(" ")
            if sign in ("+", "-"):
                if known:
                    yield known
                known = Dialogue(f"{language} {line}", sign == "+", (int(rest) + place) % 2 == 1)
            elif sign in ("<", ">") and known:
                known.turns.append((sign, rest))
        if known:
            yield known
