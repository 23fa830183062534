"""Small files whose first bytes are what they say they are, and a server that has them behind links."""

import threading
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

OPUS = b"OpusHead\x01\x01"
SAMPLES = {
    "image/jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/webp": b"RIFF\xe4\0\0\0WEBPVP8 ",
    "video/mp4": b"\0\0\0\x18ftypmp42",
    "video/3gpp": b"\0\0\0\x18ftyp3gp4",
    "audio/mpeg": b"ID3\x04",
    "audio/amr": b"#!AMR\n",
    "audio/aac": b"\xff\xf1",
    "audio/mp4": b"\0\0\0\x18ftypM4A ",
    "audio/ogg": b"OggS\0\x02" + b"\0" * 22 + OPUS,
    "application/pdf": b"%PDF-1.7",
    "application/msword": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "text/plain": b"Dear Ada",
}
PART = 64 << 10


def link(name: str = "picture", kind: str = "image/jpeg", **more: Any) -> str:
    """``as_kind``: what it is called, where that is not what it is; ``size`` in bytes; ``counted``: with its length."""
    asked = {"kind": kind, "as_kind": kind, **more}
    return f"{_address()}/{name}?" + "&".join(f"{key}={value}" for key, value in asked.items())


@lru_cache
def _address() -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


class _Files(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        content = SAMPLES[asked["kind"]]
        left = max(int(asked.get("size", 200)), len(content))
        self.send_response(200)
        self.send_header("Content-Type", asked["as_kind"])
        if asked.get("counted"):
            self.send_header("Content-Length", str(left))
        else:
            self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            while left:
                part = content.ljust(min(left, PART), b"0")
                content, left = b"", left - len(part)
                self.wfile.write(part if asked.get("counted") else b"%x\r\n%b\r\n" % (len(part), part))
            if not asked.get("counted"):
                self.wfile.write(b"0\r\n\r\n")
        except OSError:  # whoever asked has read enough
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass
