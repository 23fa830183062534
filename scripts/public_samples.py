"""What the public sets teach the text model: the half of each that may be read, and an eighth of the ordinary talk.

The other half only judges, and nobody opens its texts. Only weights of hashed words are kept; no text is.
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
    return [*_halves(data), *_talk(data)]


def _halves(data: Path) -> Iterator[Sample]:
    for each in SETS:
        if not each.teaches:
            continue
        for case in each.cases(data):
            if case.half == "seen" and not case.apart:
                about = case.clause or case.slices.get("clause", "")
                clause = about if about.startswith("E4") or case.breach else ""
                yield Sample(case.text, clause, case.breach, public=True)


def _talk(data: Path) -> Iterator[Sample]:
    found: set[str] = set()
    for folder, name in TALK:
        for row in rows(data / folder, name):
            text = row["text"]
            if text not in found and sha256(text.encode()).digest()[0] % SHARE == 0:
                found.add(text)
                yield Sample(text, "", breach=False, public=True)


def set_digests(data: Path) -> str:
    """One line a file: which sets the model was taught with."""
    files = [*sorted(data.glob("prohibited-commerce/*.jsonl*")), *sorted(data.glob("sms-spam/*.jsonl*"))]
    files += [data / folder / name for folder, name in TALK]
    return "".join(f"{sha256(file.read_bytes()).hexdigest()}  {file.parent.name}/{file.name}\n" for file in files)
