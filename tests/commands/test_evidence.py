"""An export is checked by a program that needs nothing of ours: removal, edit, reorder and truncation are found."""

import asyncio
import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.commands.evidence.verifier import ANCHOR_FORMAT, COVERED, FORMAT, START, check, hash_of, main
from parley.commands.evidence.writing import write_export
from parley.core.policy import decision_log
from parley.core.policy.examples import an_outbound
from parley.core.policy.gate import decide
from parley.storage import consents, contacts, decisions
from parley.storage.database import Database
from parley.storage.decisions import Decided

TENANT = UUID(int=7)
UNSEALED = "the last decision seals nothing: consents and cases are not shown to be whole"
AT = datetime(2026, 3, 2, 10, 0, 0, 123456, tzinfo=UTC)
Row = dict[str, Any]
LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"]))
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    LEAVES | FLOATS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def a_chain(length: int, facts: Callable[[int], Any] = lambda seq: {"strength": seq / 7, "sealed": {}}) -> list[Row]:
    """Rows as an export has them; the last is a seal over no files."""
    rows, previous = [], decision_log.START
    for seq in range(1, length + 1):
        row: Row = dict.fromkeys(COVERED, None)
        row |= {"tenant_id": TENANT, "seq": seq, "at": AT + timedelta(seconds=seq), "moment": "outbound"}
        row |= {"verdict": "block", "clauses": ["D3", "C4"], "findings": [{"sentence": "“No.”"}], "facts": facts(seq)}
        digest = decision_log.chain(previous, row)
        kept = {"tenant_id": str(TENANT), "at": row["at"].isoformat()}
        rows.append(row | kept | {"previous_hash": previous.hex(), "hash": digest.hex()})
        previous = digest
    return rows


def a_sealed_chain(length: int, files: dict[str, list[bytes]]) -> list[Row]:
    """The same, with a seal over the files as its last row."""
    sealed = {name: described(b"".join(lines)) for name, lines in files.items()}
    return a_chain(length + 1, lambda seq: {"sealed": sealed} if seq == length + 1 else {"strength": seq / 7})


def described(content: bytes) -> Row:
    return {"sha256": hashlib.sha256(content).hexdigest(), "rows": content.count(b"\n")}


def written(rows: list[Row], to: Path, head: Row | None = None, files: dict[str, list[bytes]] | None = None) -> str:
    """An export of them; ``head`` as the manifest says it, the true one without. The manifest is always made anew."""
    text = "".join(json.dumps(row) + "\n" for row in rows).encode()
    last = {"seq": rows[-1]["seq"], "hash": rows[-1]["hash"]} if rows else {"seq": 0, "hash": START}
    contents = {"decisions.jsonl": text} | {name: b"".join(lines) for name, lines in (files or {}).items()}
    parts = {name: described(content) for name, content in contents.items()}
    manifest = {"format": FORMAT, "tenant": {"tenant_id": str(TENANT)}, "head": head or last, "files": parts}
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
        archive.writestr("manifest.json", json.dumps(manifest))
    return str(to)


def complaints(rows: list[Row], to: Path, **more: Any) -> list[str]:
    """Whoever changes the rows writes the manifest's digests anew as well."""
    anchors = more.pop("anchors", [])
    return check(written(rows, to, **more), anchors)[0]


def an_anchor(row: Row, to: Path) -> str:
    to.write_text(json.dumps({"format": ANCHOR_FORMAT, "tenant_id": str(TENANT), "at": "then"} | row))
    return str(to)


def test_an_honest_export_is_in_order(tmp_path: Path) -> None:
    assert complaints(a_chain(20), tmp_path / "e.zip") == []
    assert complaints([], tmp_path / "empty.zip") == [UNSEALED]


@given(st.lists(VALUES, min_size=1, max_size=3))
def test_the_verifier_reckons_hashes_as_the_log_does(facts: list[Any]) -> None:
    for row in a_chain(len(facts), lambda seq: {"value": facts[seq - 1]}):
        assert hash_of(json.loads(json.dumps(row))) == row["hash"]


@given(st.integers(1, 30), st.data())
@settings(max_examples=60)
def test_a_row_that_was_taken_out_is_found(tmp_path_factory: pytest.TempPathFactory, length: int, data: Any) -> None:
    rows = a_chain(length + 1)
    gone = data.draw(st.integers(0, length - 1))
    found = complaints(rows[:gone] + rows[gone + 1 :], tmp_path_factory.getbasetemp() / "r.zip")
    assert found == [f"decisions {gone + 1} to {gone + 1} are missing"]


@given(st.integers(0, 14), st.sampled_from(COVERED), VALUES)
@settings(max_examples=120)
def test_an_edit_of_any_column_is_found(
    tmp_path_factory: pytest.TempPathFactory, place: int, column: str, value: Any
) -> None:
    rows = a_chain(15)
    if rows[place][column] == value or column in ("at", "seq"):
        value = {"at": "2026-03-02T10:00:00+00:00", "seq": 99}.get(column, "another")
    rows[place] = rows[place] | {column: value}
    assert complaints(rows, tmp_path_factory.getbasetemp() / "d.zip")


@given(st.permutations(range(12)))
def test_another_order_is_found(tmp_path_factory: pytest.TempPathFactory, order: list[int]) -> None:
    rows = a_chain(12)
    found = complaints([rows[place] for place in order], tmp_path_factory.getbasetemp() / "o.zip")
    assert bool(found) == (order != list(range(12)))


@given(st.integers(0, 9))
def test_an_end_that_was_taken_off_is_found_by_the_manifest_or_by_an_anchor(
    tmp_path_factory: pytest.TempPathFactory, kept: int
) -> None:
    rows, folder = a_chain(10), tmp_path_factory.getbasetemp()
    head = {"seq": 10, "hash": rows[-1]["hash"]}
    assert complaints(rows[:kept], folder / "t.zip", head=head)  # the manifest was left as it was
    unsealed = [] if kept else [UNSEALED]
    assert complaints(rows[:kept], folder / "t.zip") == unsealed  # it was written anew: nothing in the file can tell
    assert complaints(rows[:kept], folder / "t.zip", anchors=[an_anchor(head, folder / "anchor.json")])


def test_a_chain_that_was_written_anew_is_found_by_an_anchor(tmp_path: Path) -> None:
    head = {name: a_chain(5)[-1][name] for name in ("seq", "hash")}
    anew = a_chain(9, lambda seq: {"strength": 0, "sealed": {}})
    assert complaints(anew, tmp_path / "e.zip") == []
    found = complaints(anew, tmp_path / "e.zip", anchors=[an_anchor(head, tmp_path / "anchor.json")])
    assert found == ["decision 5 is not the one that the anchor of then names: the chain was written anew"]
    assert complaints(a_chain(9), tmp_path / "e.zip", anchors=[str(tmp_path / "anchor.json")]) == []


def test_a_hash_that_was_reckoned_anew_after_an_edit_is_found_by_the_next_row(tmp_path: Path) -> None:
    rows = a_chain(4)
    rows[1] = rows[1] | {"verdict": "allow"}
    rows[1]["hash"] = hash_of(rows[1])
    assert complaints(rows, tmp_path / "e.zip")[0].startswith("decision 3 does not follow")


def test_what_is_no_export_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.zip").write_text("no")
    assert main([str(tmp_path / "x.zip")]) == 2
    assert main([]) == 2
    assert "can not be read" in capsys.readouterr().out


@given(st.binary(max_size=300))
def test_any_bytes_in_the_place_of_a_decision_are_a_complaint(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = written(a_chain(2), tmp_path_factory.getbasetemp() / "j.zip")
    with zipfile.ZipFile(path) as archive:
        manifest = archive.read("manifest.json")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", manifest)
        archive.writestr("decisions.jsonl", junk + b"\n")
    assert check(path, [])[0]


@pytest.fixture
def bare(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Runs the program of an export with an interpreter that has no packages, ours included."""

    def run(export: Path, *more: str) -> tuple[int, str]:
        with zipfile.ZipFile(export) as archive:
            archive.extract("verify.py", tmp_path)
        command = [sys.executable, "-I", "-S", str(tmp_path / "verify.py"), str(export), *more]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


KINDS = ("consents", "cases", "case_votes", "choices", "screenings", "stops")
FILES = {f"{kind}.jsonl": [f'{{"id": {line}}}\n'.encode() for line in range(5)] for kind in KINDS}
CHANGES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "edited": lambda lines: [lines[0], lines[1].replace(b"1", b"7"), *lines[2:]],
    "removed": lambda lines: lines[:2] + lines[3:],
    "moved": lambda lines: [*lines[1:3], lines[0], *lines[3:]],
    "cut off": lambda lines: lines[:-1],
    "emptied": lambda lines: [],
    "put in": lambda lines: [*lines, lines[0]],
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_any_kind_of_record_is_found_though_the_manifest_was_made_anew(
    tmp_path: Path, kind: str, change: str
) -> None:
    rows, name = a_sealed_chain(3, FILES), f"{kind}.jsonl"
    assert complaints(rows, tmp_path / "e.zip", files=FILES) == []
    found = complaints(rows, tmp_path / "e.zip", files=FILES | {name: CHANGES[change](FILES[name])})
    assert found[0] == f"{name} is not what decision 4 sealed: a line was changed, moved, put in or taken out"


def test_a_file_that_was_taken_out_or_put_in_is_found(tmp_path: Path) -> None:
    rows = a_sealed_chain(3, FILES)
    fewer = {name: lines for name, lines in FILES.items() if name != "cases.jsonl"}
    assert complaints(rows, tmp_path / "e.zip", files=fewer) == [
        "cases.jsonl was sealed by decision 4 and is not there"
    ]
    more = FILES | {"more.jsonl": [b"{}\n"]}
    assert complaints(rows, tmp_path / "e.zip", files=more) == ["more.jsonl is not sealed by decision 4"]


def test_an_export_whose_seal_was_taken_off_is_found(tmp_path: Path) -> None:
    rows = a_sealed_chain(3, FILES)[:-1]
    assert complaints(rows, tmp_path / "e.zip", files=FILES) == [UNSEALED]


def test_a_consent_that_was_changed_with_the_last_seal_is_found_by_an_earlier_one_under_an_anchor(
    tmp_path: Path,
) -> None:
    name = "consents.jsonl"
    early = {name: described(b"".join(FILES[name][:3]))}

    def chain(lines: list[bytes], first: Row) -> list[Row]:
        late = {name: described(b"".join(lines))}
        return a_chain(6, lambda seq: {"sealed": {3: first, 6: late}.get(seq, late)} if seq in (3, 6) else {})

    honest = chain(FILES[name], early)
    anchor = an_anchor({part: honest[2][part] for part in ("seq", "hash")}, tmp_path / "a.json")
    path = written(honest, tmp_path / "e.zip", files={name: FILES[name]})
    assert check(path, [anchor]) == ([], check(path, [anchor])[1])
    assert f"covers the first 3 lines of {name}" in check(path, [anchor])[1][-1]
    forged = CHANGES["edited"](FILES[name])
    found = complaints(chain(forged, early), tmp_path / "f.zip", files={name: forged}, anchors=[anchor])
    assert found == [f"the first 3 lines of {name} are not those that decision 3 sealed"]
    anew = chain(forged, {name: described(b"".join(forged[:3]))})
    assert complaints(anew, tmp_path / "g.zip", files={name: forged}) == []  # nothing in the file can tell
    assert complaints(anew, tmp_path / "g.zip", files={name: forged}, anchors=[anchor])  # an anchor does


async def test_a_consent_that_was_edited_in_an_export_is_found(
    database: Database, tenant: UUID, tmp_path: Path
) -> None:
    await a_consent_of(database, tenant)
    await write_export(database, tenant, tmp_path / "e.zip", AT)
    assert check(str(tmp_path / "e.zip"), [])[0] == []
    forged = rewritten(tmp_path / "e.zip", "consents.jsonl", lambda text: text.replace(b'"opt_out"', b'"opt_in"'))
    assert check(forged, [])[0][0].startswith("consents.jsonl is not what decision 1 sealed")
    second = await write_export(database, tenant, tmp_path / "second.zip", AT)
    assert second.seq == 2 and check(str(tmp_path / "second.zip"), [])[0] == []


async def test_a_seal_waits_for_a_consent_that_is_being_written(
    database: Database, tenant: UUID, tmp_path: Path
) -> None:
    contact = await a_consent_of(database, tenant)
    async with database.transaction(tenant) as db:
        await consents.record(
            db, tenant, contact, purpose="all", action="opt_in", method="form", recorded_by="t", at=AT
        )
        sealing = asyncio.create_task(write_export(database, tenant, tmp_path / "e.zip", AT))
        await asyncio.sleep(0.2)
        assert not sealing.done()
    exported = await sealing
    assert exported.rows["consents.jsonl"] == 2


async def a_consent_of(database: Database, tenant: UUID) -> UUID:
    async with database.transaction(tenant) as db:
        person = await contacts.of_writer(db, tenant, wa_id="447700900101", user_id="", name="Ana", now=AT)
        said = {"purpose": "all", "method": "form", "recorded_by": "test", "at": AT}
        await consents.record(db, tenant, person.contact_id, action="opt_out", **said)  # type: ignore[arg-type]
    return person.contact_id


def rewritten(export: Path, name: str, change: Callable[[bytes], bytes]) -> str:
    """The export with one file changed, and its manifest made anew."""
    to = export.with_name("forged.zip")
    with zipfile.ZipFile(export) as old, zipfile.ZipFile(to, "w") as new:
        contents = {each: old.read(each) for each in old.namelist()}
        contents[name] = change(contents[name])
        manifest = json.loads(contents["manifest.json"])
        manifest["files"][name] = described(contents[name])
        contents["manifest.json"] = json.dumps(manifest).encode()
        for each, content in contents.items():
            new.writestr(each, content)
    return str(to)


async def test_an_export_of_a_client_is_checked_without_anything_of_ours(
    database: Database, tenant: UUID, tmp_path: Path, bare: Callable[..., tuple[int, str]]
) -> None:
    asked = [an_outbound("Hello", now=AT), an_outbound("card 4111 1111 1111 1111 “é” 😀"), an_outbound(profile={})]
    made = [Decided(decide(each), "outbound", "agent", uuid4(), "100", uuid4(), uuid4()) for each in asked]
    async with database.transaction(tenant) as db:
        await decisions.record(db, tenant, made)
    exported = await write_export(database, tenant, tmp_path / "e.zip", AT)
    assert exported.rows["decisions.jsonl"] == 4 and exported.seq == 4
    code, said = bare(tmp_path / "e.zip")
    assert code == 0, said
    assert f"4 decisions, the last with hash {exported.head}" in said
    kept = zipfile.ZipFile(tmp_path / "e.zip").read("decisions.jsonl").decode()
    assert not re.search(r"4111\W?1111", kept)  # its ids may have four of these digits by chance
    await _edited(tmp_path / "e.zip", tmp_path / "f.zip")
    code, said = bare(tmp_path / "f.zip")
    assert code == 1 and "decision 2 was changed" in said and "decisions.jsonl is not what" in said


async def _edited(source: Path, to: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "decisions.jsonl":
                first, second, *others = content.splitlines(keepends=True)
                content = first + second.replace(b'"block"', b'"allow"') + b"".join(others)
            new.writestr(name, content)
