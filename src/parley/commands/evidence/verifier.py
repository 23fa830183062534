#!/usr/bin/env python3
"""Checks an export of parley's evidence. It needs Python 3.9 or newer and nothing else: no network, no parley.

    python3 verify.py EXPORT.zip [--anchor ANCHOR.json ...]

What it shows: each decision carries a SHA-256 over the one before it and over itself. A decision that was changed,
taken out of the middle, or put in another place no longer fits; the first that does not is named. The other files
(consents, cases and the rest) are sealed by the chain: its last decision names the lines and the digest of each, so a
line of them that was changed, moved, put in or taken out is found even where the manifest was written anew. Consents
are only ever added to, so each earlier seal must fit the beginning of their file too.

What the end of the chain rests on: decisions taken off its end leave a chain that is whole in itself. The manifest
names the last one, so a file that was cut alone is found. Who changes a line of another file, and writes the last seal
and the manifest anew, or who cuts the chain or writes it anew from some decision on, is found only by an anchor, a note
of number and hash that was kept elsewhere before (`parley evidence anchor`). An anchor proves the chain up to its
number, the consents up to the last seal before it, and the other files if no seal comes after it. Give as many anchors
as you have.

The exit code is 0 if all is well, 1 if anything is not, 2 if the export can not be read.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
import zlib
from datetime import datetime
from typing import Any

FORMAT = "parley-evidence/2"
ANCHOR_FORMAT = "parley-anchor/1"
START = "00" * 32
# What no seal names: the chain itself, and what comes with it.
UNSEALED = ("decisions.jsonl", "manifest.json", "verify.py")
GROWING = "consents.jsonl"
Seals = list[tuple[int, dict[str, dict[str, Any]]]]
# What a decision's hash covers, in this order, besides the hash of the decision before it.
COVERED = (
    "tenant_id",
    "seq",
    "at",
    "moment",
    "verdict",
    "clauses",
    "findings",
    "facts",
    "author_kind",
    "author_id",
    "number_id",
    "conversation_id",
    "message_id",
    "rulebook_version",
)


def check(path: str, anchors: list[str]) -> tuple[list[str], list[str]]:
    """(complaints, what was found in order) of the export; anchors are files. Raises ValueError if it is no export."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _check(archive, [_anchor(each) for each in anchors])
    except (zipfile.BadZipFile, OSError, KeyError, TypeError, AttributeError, EOFError, zlib.error) as error:
        raise ValueError(f"this can not be read: {type(error).__name__} {error}") from error


def _check(archive: zipfile.ZipFile, anchors: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    manifest = json.loads(archive.read("manifest.json"))
    if manifest["format"] != FORMAT:
        raise ValueError(f"this is {manifest['format']!r}, and this program reads {FORMAT}")
    tenant_id, head = manifest["tenant"]["tenant_id"], manifest["head"]
    complaints = _files(archive, manifest["files"])
    broken, seq, last, seen, seals = _chain(archive, tenant_id, {each["seq"] for each in anchors})
    complaints += broken
    if not broken and (head["seq"], head["hash"]) != (seq, last):
        complaints.append(
            f"the manifest ends with decision {head['seq']}, the chain with {seq}: its end is not the same"
        )
    if not broken:
        complaints += _sealed(archive, seals, seq) + _anchored(anchors, tenant_id, seq, seen)
    fine = [f"{seq} decisions, the last with hash {last}"]
    fine += [
        f"{name}: {said['rows']} lines, as the last decision seals them"
        for _, files in seals[-1:]
        for name, said in sorted(files.items())
    ]
    fine += [_anchor_proves(each, seals) for each in anchors]
    if not anchors:
        fine.append("no anchor was given: that nothing was taken off the end rests on the manifest alone")
    return complaints, fine


def _files(archive: zipfile.ZipFile, named: dict[str, dict[str, Any]]) -> list[str]:
    """Every file of the manifest is there with its digest and its number of lines, and no other is."""
    complaints, there = [], archive.namelist()
    for name, said in named.items():
        if there.count(name) != 1:
            complaints.append(f"{name} is there {there.count(name)} times instead of once")
            continue
        digest, lines = hashlib.sha256(), 0
        with archive.open(name) as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
                lines += block.count(b"\n")
        if digest.hexdigest() != said["sha256"]:
            complaints.append(f"{name} is not what the manifest names: it was changed")
        elif said.get("rows", lines) != lines:
            complaints.append(f"{name} has {lines} lines and should have {said['rows']}")
    unknown = sorted(set(there) - set(named) - {"manifest.json"})
    return complaints + [f"{name} is not in the manifest" for name in unknown]


def _chain(
    archive: zipfile.ZipFile, tenant_id: str, wanted: set[int]
) -> tuple[list[str], int, str, dict[int, str], Seals]:
    """(complaints, number and hash of the last decision, hashes of the wanted numbers, seals), up to a break."""
    seq, before = 0, START
    seen: dict[int, str] = {}
    seals: Seals = []
    with archive.open("decisions.jsonl") as file:
        for line in file:
            complaint = _fits(line, tenant_id, seq, before)
            if complaint:
                return [complaint], seq, before, seen, seals
            row = json.loads(line)
            seq, before = row["seq"], row["hash"]
            if seq in wanted:
                seen[seq] = before
            if isinstance(row["facts"], dict) and "sealed" in row["facts"]:
                seals.append((seq, row["facts"]["sealed"]))
    return [], seq, before, seen, seals


def _sealed(archive: zipfile.ZipFile, seals: Seals, last: int) -> list[str]:
    """The last decision seals every other file as it is, and the earlier seals fit the beginning of what only grows."""
    if not seals or seals[-1][0] != last:
        return ["the last decision seals nothing: consents and cases are not shown to be whole"]
    seq, sealed = seals[-1]
    there = set(archive.namelist()) - set(UNSEALED)
    complaints = [f"{name} is not sealed by decision {seq}" for name in sorted(there - set(sealed))]
    complaints += [f"{name} was sealed by decision {seq} and is not there" for name in sorted(set(sealed) - there)]
    for name in sorted(there & set(sealed)):
        known = [(at, files[name]) for at, files in seals if name == GROWING and name in files]
        found, whole = _digests(archive, name, {said["rows"] for _, said in known})
        if whole != (sealed[name]["rows"], sealed[name]["sha256"]):
            complaints.append(
                f"{name} is not what decision {seq} sealed: a line was changed, moved, put in or taken out"
            )
        complaints += [
            f"the first {said['rows']} lines of {name} are not those that decision {at} sealed"
            for at, said in known
            if found.get(said["rows"]) != said["sha256"]
        ]
    return complaints


def _digests(archive: zipfile.ZipFile, name: str, wanted: set[int]) -> tuple[dict[int, str], tuple[int, str]]:
    """The digest of the file's first lines, for each wanted number of them; and how many it has, with their digest."""
    digest, rows, found = hashlib.sha256(), 0, {}
    with archive.open(name) as file:
        while True:
            if rows in wanted:
                found[rows] = digest.hexdigest()
            line = file.readline()
            if not line:
                return found, (rows, digest.hexdigest())
            digest.update(line)
            rows += 1


def _anchor_proves(anchor: dict[str, Any], seals: Seals) -> str:
    said = f"anchor of {anchor['at']}: decision {anchor['seq']} is there, and is the same"
    covered = [(at, files) for at, files in seals if at <= anchor["seq"]]
    if not covered:
        return f"{said}; no seal was made before it"
    if covered[-1][0] == seals[-1][0]:
        return f"{said}; it covers every file"
    return f"{said}; it covers the first {covered[-1][1].get(GROWING, {}).get('rows', 0)} lines of {GROWING}"


def _fits(line: bytes, tenant_id: str, seq: int, before: str) -> str:
    """Why the row does not follow from those before it, '' if it does."""
    try:
        row = json.loads(line)
        number, made = row["seq"], hash_of(row)
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"what comes after decision {seq} is no decision"
    if number > seq + 1:
        return f"decisions {seq + 1} to {number - 1} are missing"
    if number <= seq:
        return f"decision {number} comes after decision {seq}: the order was changed"
    if row["tenant_id"] != tenant_id:
        return f"decision {number} is of another Client"
    if row["previous_hash"] != before:
        return f"decision {number} does not follow the one before it: something was changed or put in"
    return "" if made == row["hash"] else f"decision {number} was changed"


def _anchored(anchors: list[dict[str, Any]], tenant_id: str, last: int, seen: dict[int, str]) -> list[str]:
    complaints = []
    for each in anchors:
        seq, at = each["seq"], each["at"]
        if each["tenant_id"] != tenant_id:
            complaints.append(f"the anchor of {at} is of another Client")
        elif seq > last:
            complaints.append(
                f"the anchor of {at} knows decision {seq}, the chain ends with {last}: its end was taken off"
            )
        elif seq and seen.get(seq) != each["hash"]:
            complaints.append(
                f"decision {seq} is not the one that the anchor of {at} names: the chain was written anew"
            )
    return complaints


def _anchor(path: str) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        anchor: dict[str, Any] = json.load(file)
    if anchor["format"] != ANCHOR_FORMAT:
        raise ValueError(f"{path} is no anchor")
    return anchor


def hash_of(row: dict[str, Any]) -> str:
    """SHA-256 over the hash before and the row's columns, as text of one form only."""
    values = [_time(row[name]) if name == "at" else row[name] for name in COVERED]
    return hashlib.sha256(bytes.fromhex(row["previous_hash"]) + canonical(values).encode("utf-8")).hexdigest()


def canonical(value: Any) -> str:
    """JSON without spaces, keys sorted, every number and every text in one way only."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return _float(value)
    return json.dumps(value, ensure_ascii=False)


def _float(value: float) -> str:
    """The shortest text that means the number; powers of ten from -5 to 15 are written out."""
    digits, _, power = repr(value).partition("e")
    if not power:
        return digits
    if int(power) != -5:
        return f"{digits}e{int(power)}"
    return f"{'-' if value < 0 else ''}0.0000{digits.lstrip('-').replace('.', '')}"


def _time(text: str) -> str:
    """Seconds since 1970 as the exact number that was hashed."""
    return datetime.fromisoformat(text).timestamp().hex()


def main(arguments: list[str]) -> int:
    """Check what was named, say what was found, answer the exit code."""
    paths, anchors, words = [], [], list(arguments)
    while words:
        word = words.pop(0)
        if word == "--anchor" and words:
            anchors.append(words.pop(0))
        else:
            paths.append(word)
    if len(paths) != 1 or paths[0].startswith("-"):
        print(__doc__)
        return 2
    try:
        complaints, fine = check(paths[0], anchors)
    except ValueError as error:
        print(error)
        return 2
    print("\n".join(f"NOT IN ORDER: {each}" for each in complaints) or "\n".join(f"in order: {each}" for each in fine))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
