"""A receiver of webhooks that asks who calls: the platform shows its certificate, or is not let in."""

import ipaddress
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.emulator.running import SECRET, VERIFY, Emulator

TARGET = {"app_secret": SECRET, "verify_token": VERIFY}


class Answer(BaseHTTPRequestHandler):
    """Gives the challenge back."""

    def do_GET(self) -> None:
        challenge = parse_qs(urlsplit(self.path).query)["hub.challenge"][0].encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(challenge)))
        self.end_headers()
        self.wfile.write(challenge)

    def log_message(self, *_: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    """Says nothing of callers that it does not let in."""

    def handle_error(self, *_: object) -> None:
        pass


def a_pair(file: Path) -> Path:
    """A certificate that is its own authority, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, file.stem)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*form))
    return file


def test_who_asks_for_a_certificate_gets_one(tmp_path: Path) -> None:
    receiver, caller = a_pair(tmp_path / "receiver.pem"), a_pair(tmp_path / "caller.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(receiver)
    context.load_verify_locations(caller)
    context.verify_mode = ssl.CERT_REQUIRED
    server = Quiet(("127.0.0.1", 0), Answer)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    url = f"https://127.0.0.1:{server.server_address[1]}/hook"
    trusting = ["--webhook-authority", str(receiver)]
    for options, verified in (
        ([*trusting, "--webhook-certificate", str(caller)], True),
        (trusting, False),
        ([], False),
    ):
        emulator = Emulator(tmp_path / f"{len(options)}", *options).start()
        assert emulator.control("/webhook-target", {"url": url, **TARGET})["verified"] is verified
        emulator.stop()
    server.shutdown()
    server.server_close()
