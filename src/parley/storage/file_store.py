"""Where the bytes of files are: a folder, or any object store that speaks S3, each business under a name of its own."""

from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

StoreError = (BaseError, OSError)


def place_of(tenant_id: UUID, media_id: UUID, *, aside: bool = False) -> str:
    """Where its bytes are, or will be."""
    return f"{'aside/' if aside else ''}{tenant_id}/{media_id}"


class FileStore:
    """Names are ``tenant/media``; ``aside/tenant/media`` for what is never shown."""

    def __init__(self, store: Any) -> None:
        self._store = store

    @classmethod
    def open(cls, url: str, folder: Path, endpoint: str = "") -> "FileStore":
        """``url`` like ``s3://bucket/prefix``, '' for the folder. Keys and region come from the ``AWS_…`` variables."""
        if not url:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls(LocalStore(folder))
        options: dict[str, Any] = {"endpoint": endpoint} if endpoint else {}
        if endpoint.startswith("http://"):
            options["client_options"] = {"allow_http": True}
        return cls(from_url(url, **options))

    async def keep(self, tenant_id: UUID, media_id: UUID, file: Path | bytes, *, aside: bool = False) -> str:
        """Its place. A file on disk is read piece by piece, never as a whole."""
        place = place_of(tenant_id, media_id, aside=aside)
        await obstore.put_async(self._store, place, file)
        return place

    async def read(self, place: str) -> bytes:
        """All of it. Raises ``StoreError``; FileNotFoundError where it is gone."""
        found = await obstore.get_async(self._store, place)
        return bytes(await found.bytes_async())

    async def delete(self, place: str) -> None:
        """It is gone; what is gone already is no error."""
        with suppress(FileNotFoundError):
            await obstore.delete_async(self._store, place)
