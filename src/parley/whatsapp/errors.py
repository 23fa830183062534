"""The platform's error codes, each with what is to be done about it; the table is ``codes.toml`` beside this."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, get_args

Remedy = Literal["retry", "wait", "stop_number", "stop_template", "suppress_person", "tell_human"]
REMEDIES: tuple[Remedy, ...] = get_args(Remedy)


@dataclass(frozen=True)
class Meaning:
    """What a code means for a person, and for the machine: whether, and after how many seconds, to try again."""

    remedy: Remedy
    sentence: str
    seconds: float = 0.5

    @property
    def retriable(self) -> bool:
        """Whether the same request may succeed later."""
        return self.remedy in ("retry", "wait")


def _read(table: dict[str, Any]) -> dict[int, Meaning]:
    found: dict[int, Meaning] = {}
    for remedy in REMEDIES:
        for code, sentence in table[remedy].items():
            if int(code) in found:
                raise ValueError(f"code {code} has two remedies")
            found[int(code)] = Meaning(remedy, sentence, table["seconds"].get(code, Meaning.seconds))
    return found


_TABLE = tomllib.loads((files(__package__) / "codes.toml").read_text())
MEANINGS = _read(_TABLE)
RANGES = tuple((each["from"], each["to"], Meaning(each["remedy"], each["sentence"])) for each in _TABLE["ranges"])


def meaning_of(code: int, http_status: int = 400, *, transient: bool = False) -> Meaning:
    """The meaning of a code; an unknown one is worth another try only where the server itself failed.

    Code 0 means a bad token only where the platform says so: an answer without any code reads as 0, too.
    """
    if code == 0 and http_status not in (400, 401):
        return _unknown(http_status, transient)
    known = MEANINGS.get(code)
    if known is not None:
        return known
    for first, last, meaning in RANGES:
        if first <= code <= last:
            return meaning
    return _unknown(http_status, transient)


def _unknown(http_status: int, transient: bool) -> Meaning:
    if transient or http_status >= 500 or http_status == 429:
        return Meaning("retry", "WhatsApp did not answer as it should.")
    if http_status == 401:
        return Meaning("stop_number", "The access token was not accepted.")
    return Meaning("tell_human", "WhatsApp refused the message.")
