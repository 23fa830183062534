"""A customer's file: fetched, looked at, scanned, and kept in a folder or an object store."""

import asyncio
import base64
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from moto.server import ThreadedMotoServer

from parley.core.messages.file_types import checked_type
from parley.storage import media
from parley.storage.file_store import FileStore
from parley.workers.files import Files
from parley.workers.scanner import ScannerError, is_clean
from tests.workers.conftest import ANA, NUMBER, Works

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


async def a_file(works: Works, content: bytes = PNG, mime_type: str = "image/png") -> UUID:
    """A customer's file at the platform, to be fetched."""
    ana = await works.a_conversation()
    url = f"{works.platform.url}/control/media"
    async with works.platform.http.post(url, data=content, headers={"Content-Type": mime_type}) as response:
        platform_id = (await response.json())["id"]
    sent = {"phone_number_id": NUMBER, "type": "document", "document": {"id": platform_id, "mime_type": mime_type}}
    await works.platform.post(f"customers/{ANA}/messages", sent)
    async with works.database.transaction(works.tenant) as db:
        return await media.expect(
            db, works.tenant, number_id=NUMBER, contact_id=ana.contact_id, platform_id=platform_id,
            mime_type=mime_type, filename="a.png", now=works.clock.now(),
        )  # fmt: skip


def kept_in(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def the_files(works: Works, folder: Path, scanner: str = "", store: FileStore | None = None) -> Files:
    kept = store or FileStore.open("", folder)
    return Files(works.database, works.clock, works.graph, works.vault, kept, scanner)


async def known(works: Works, media_id: UUID) -> media.MediaFile:
    async with works.database.transaction(works.tenant) as db:
        return await media.get(db, works.tenant, media_id)


async def test_a_file_is_kept_in_the_folder_under_its_business(works: Works, tmp_path: Path) -> None:
    media_id = await a_file(works)
    assert await the_files(works, tmp_path).work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.mime_type, file.size, file.content) == ("stored", "image/png", len(PNG), None)
    assert file.place == f"{works.tenant}/{media_id}"
    assert (tmp_path / file.place).read_bytes() == PNG


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an object store with one bucket."""
    boto3 = pytest.importorskip("boto3")
    for name, value in (("ACCESS_KEY_ID", "k"), ("SECRET_ACCESS_KEY", "s"), ("REGION", "us-east-1")):
        monkeypatch.setenv(f"AWS_{name}", value)
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    client: Any = boto3.client("s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1")
    client.create_bucket(Bucket="files")
    yield f"http://{host}:{port}"
    server.stop()


async def test_a_file_is_kept_in_an_object_store(works: Works, tmp_path: Path, bucket: str) -> None:
    media_id = await a_file(works)
    store = FileStore.open("s3://files/parley", tmp_path, bucket)
    assert await the_files(works, tmp_path, store=store).work(works.tenant)
    file = await known(works, media_id)
    assert file.state == "stored"
    assert await store.read(file.place) == PNG
    await store.delete(file.place)
    await store.delete(file.place)
    with pytest.raises(FileNotFoundError):
        await store.read(file.place)


async def test_what_is_not_what_it_is_called_is_refused(works: Works, tmp_path: Path) -> None:
    media_id = await a_file(works, b"MZ" + bytes(100))
    await the_files(works, tmp_path).work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.failure) == ("failed", "refused")
    assert kept_in(tmp_path) == []


async def test_what_whatsapp_has_no_more_is_gone(works: Works, tmp_path: Path) -> None:
    media_id = await a_file(works)
    await works.change("UPDATE media SET platform_id = '123'")
    await the_files(works, tmp_path).work(works.tenant)
    assert (await known(works, media_id)).failure == "gone"


async def test_what_is_too_large_is_not_kept(works: Works, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.workers.files.LARGEST_FILE", 10)
    media_id = await a_file(works)
    await the_files(works, tmp_path).work(works.tenant)
    assert (await known(works, media_id)).failure == "too_large"


async def test_an_infected_file_is_kept_aside(works: Works, tmp_path: Path) -> None:
    media_id = await a_file(works)
    await the_files(works, tmp_path, "false").work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.failure, file.place) == ("failed", "infected", f"aside/{works.tenant}/{media_id}")


async def test_without_the_scanners_word_a_file_waits(works: Works, tmp_path: Path) -> None:
    media_id = await a_file(works)
    await the_files(works, tmp_path, "clamd://127.0.0.1:9").work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.attempts) == ("pending", 1)
    assert kept_in(tmp_path) == []


async def test_the_bytes_of_what_its_writer_took_back_are_deleted(works: Works, tmp_path: Path) -> None:
    media_id = await a_file(works)
    files = the_files(works, tmp_path)
    await files.work(works.tenant)
    async with works.database.transaction(works.tenant) as db:
        await media.forget(db, works.tenant, media_id)
    assert await files.work(works.tenant)
    assert not await files.work(works.tenant)
    assert kept_in(tmp_path) == []


@pytest.fixture
async def clamd() -> AsyncIterator[str]:
    """Speaks the scanner's protocol; finds a virus where the word is in it."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        content = b""
        while size := int.from_bytes(await reader.readexactly(4), "big"):
            content += await reader.readexactly(size)
        verdict = b"stream: Test-Virus FOUND\0" if b"virus" in content else b"stream: OK\0"
        writer.write(b"INSTREAM size limit exceeded. ERROR\0" if b"huge" in content else verdict)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    yield f"clamd://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()


async def test_the_scanner_is_asked_piece_by_piece(clamd: str, tmp_path: Path) -> None:
    for content, clean in ((b"fine" * 100_000, True), (b"x" * 200_000 + b"virus", False)):
        (tmp_path / "f").write_bytes(content)
        assert await is_clean(clamd, tmp_path / "f") is clean
    (tmp_path / "f").write_bytes(b"huge")
    with pytest.raises(ScannerError):
        await is_clean(clamd, tmp_path / "f")


async def test_a_scanner_that_fails_gives_no_verdict(tmp_path: Path) -> None:
    assert await is_clean("true", tmp_path)
    for broken in ("sh -c 'exit 2'", "/no/such/program"):
        with pytest.raises(ScannerError):
            await is_clean(broken, tmp_path)


@pytest.mark.parametrize(
    ("head", "label", "kept_as"),
    [
        (PNG, "image/png", "image/png"),
        (PNG, "image/jpeg", "image/png"),
        (b"OggS" + bytes(20), "audio/ogg; codecs=opus", "audio/ogg"),
        (bytes(4) + b"ftypisom" + bytes(8), "video/mp4", "video/mp4"),
        (b"RIFF" + bytes(4) + b"WEBPVP8 ", "image/webp", "image/webp"),
        (b"PK\x03\x04" + bytes(20), "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"Hello", "text/plain", "text/plain"),
        (b"a,b", "text/csv", "text/plain"),
        (b"odd", "application/x-odd", "application/octet-stream"),
        (b"%PDF-1.7", "image/png", None),
        (b"<script>", "image/png", None),
        (b"<html>", "application/octet-stream", None),
        (b"MZ", "application/pdf", None),
        (b"\x7fELF", "", None),
        (b"nothing", "image/jpeg", None),
    ],
)  # fmt: skip
def test_a_file_is_what_its_content_is(head: bytes, label: str, kept_as: str | None) -> None:
    assert checked_type(head, label) == kept_as


async def test_a_file_whose_token_can_not_be_opened_is_given_up_and_lets_the_others_pass(
    works: Works, tmp_path: Path
) -> None:
    ana = await works.a_conversation()
    await works.change("UPDATE number SET access_token = 'broken'")
    async with works.database.transaction(works.tenant) as db:
        await media.expect(
            db, works.tenant, number_id=NUMBER, contact_id=ana.contact_id, platform_id="m1", mime_type="image/png",
            filename="a.png", now=works.clock.now(),
        )  # fmt: skip
    files = Files(works.database, works.clock, works.graph, works.vault, FileStore.open("", tmp_path))
    assert await files.work(works.tenant)
    assert not await files.work(works.tenant), "it is tried again later, and others are next"
    ((attempts, reason),) = await works.query("SELECT attempts, reason FROM media")
    assert (attempts, reason) == (1, "it could not be fetched (InvalidToken)")
