"""What the public sets teach the text model: the sets that are messages of one clause, and some ordinary talk.

Only weights of hashed words are kept; no text is.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from parley.commands.policy.evaluating.cases import rows
from parley.commands.policy.evaluating.sets import SETS
from scripts.screen_samples import SCREENING, Sample

DIGESTS = SCREENING / "teaching" / "sets.txt"
TALK = (
    ("banking77", "banking77.jsonl.gz"),
    ("clinc150", "clinc150_full.jsonl.gz"),
    ("multidogo", "airline.jsonl.gz"),
    ("multidogo", "insurance.jsonl.gz"),
    ("multidogo", "media.jsonl.gz"),
)
SHARE = 8  # one in so many texts of ordinary talk, by its hash; the others measure false alarms


def public_samples(data: Path) -> list[Sample]:
    """In an order that does not change. ``data``: the folder of the sets."""
    return [*set_samples(data), *_talk(data)]


def set_samples(data: Path) -> list[Sample]:
    """Of the sets that teach, which are judged by a model that was taught without the text in question."""
    return [
        Sample(case.text, case.clause if case.breach else "", case.breach, public=True)
        for each in SETS
        if each.teaches
        for case in each.read(data)
    ]


def _talk(data: Path) -> Iterator[Sample]:
    """Of the side of each set that is for teaching: the sides for tests measure the bot and false alarms."""
    found: set[str] = set()
    for folder, name in TALK:
        for row in rows(data / folder, name):
            text = row["text"]
            chosen = row["split"] == "train" and sha256(text.encode()).digest()[0] % SHARE == 0
            if chosen and text not in found:
                found.add(text)
                yield Sample(text, "", breach=False, public=True)


def set_digests(data: Path) -> str:
    """One line a file: which sets the model was taught with."""
    files = [*sorted(data.glob("sms-spam/*.jsonl*")), *(data / folder / name for folder, name in TALK)]
    return "".join(f"{sha256(file.read_bytes()).hexdigest()}  {file.parent.name}/{file.name}\n" for file in files)
