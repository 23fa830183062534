"""A real platform in its own process, and a real receiver of webhooks in a thread."""

import hashlib
import hmac
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

SECRET = "emulator-secret"
VERIFY = "emulator-verify"
QUICK = ["--delivered-after", "0.02", "--read-after", "0.02", "--approved-after", "0.05"]


class Emulator:
    """One process; ``call`` is one request to it."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.clock_file = folder / "clock"
        self.process: subprocess.Popen[str] | None = None
        self.port = 0
        self._options = options

    def start(self) -> "Emulator":
        command = [sys.executable, "-m", "parley_emulator.main", "serve", "--port", "0", *QUICK]
        command += ["--data-dir", str(self.folder / "data"), "--clock-file", str(self.clock_file), *self._options]
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PARLEY_")}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.port = urlsplit(line.split()[4].rstrip(",")).port or 0
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self.call("GET", "/healthz")[0] == 200:
                    return self
            except OSError:
                time.sleep(0.02)
        raise AssertionError("the platform did not start")

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Seconds that it took to end."""
        assert self.process is not None and self.process.stdout is not None
        started = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(10)
        self.process.stdout.close()
        return time.monotonic() - started

    def call(
        self, method: str, path: str, body: Any = None, token: str = "", headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """(status, JSON or bytes)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if body is not None and not isinstance(body, bytes):
            body, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            raw = answer.read()
        finally:
            connection.close()
        kind = answer.headers.get("content-type", "")
        return answer.status, json.loads(raw) if kind.startswith("application/json") else raw

    def control(self, path: str, body: Any = None, method: str = "") -> Any:
        """The answer of a control call that must go well."""
        status, answer = self.call(method or ("GET" if body is None else "POST"), f"/control{path}", body)
        assert status == 200, answer
        return answer


class Hook:
    """What the platform told, taken apart. ``status`` is what it is answered, ``location`` where that sends it."""

    def __init__(self) -> None:
        self.status = 200
        self.location = ""
        self.bodies: list[bytes] = []
        self.signatures: list[str] = []
        self.changes: list[dict[str, Any]] = []
        self.handshakes = 0
        hook = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                query = parse_qs(urlsplit(self.path).query)
                known = query.get("hub.verify_token") == [VERIFY]
                hook.handshakes += known
                self._answer(200 if known else 403, query["hub.challenge"][0].encode())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.take(body, self.headers["X-Hub-Signature-256"])
                self._answer(hook.status, b"")

            def _answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                if hook.location:
                    self.send_header("Location", hook.location)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/hook"
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    def take(self, body: bytes, signature: str) -> None:
        self.bodies.append(body)
        self.signatures.append(signature)
        if self.status == 200:
            entries = json.loads(body)["entry"]
            self.changes += [change | {"of": entry["id"]} for entry in entries for change in entry["changes"]]

    def is_signed(self, index: int) -> bool:
        expected = "sha256=" + hmac.new(SECRET.encode(), self.bodies[index], hashlib.sha256).hexdigest()
        return hmac.compare_digest(expected, self.signatures[index])

    def statuses(self, wamid: str) -> list[dict[str, Any]]:
        return [s for c in self.changes for s in c["value"].get("statuses", []) if s["id"] == wamid]

    def messages(self, wa_id: str) -> list[dict[str, Any]]:
        return [m for c in self.changes for m in c["value"].get("messages", []) if m.get("from") == wa_id]

    def wait_for(self, wamid: str, status: str) -> dict[str, Any]:
        """The status, when it has come."""
        wait_until(lambda: any(each["status"] == status for each in self.statuses(wamid)))
        return next(each for each in self.statuses(wamid) if each["status"] == status)

    def wait_for_message(self, wa_id: str, wamid: str) -> dict[str, Any]:
        """The customer's message, when it has come."""
        wait_until(lambda: any(each["id"] == wamid for each in self.messages(wa_id)))
        return next(each for each in self.messages(wa_id) if each["id"] == wamid)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def wait_until(is_so: Callable[[], Any], seconds: float = 20) -> None:
    """Until it is so, or fail."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def ids() -> Iterator[int]:
    """Numbers nobody used before."""
    yield from range(1, 1_000_000)
