"""pywa, a public client library that knows nothing of us, against the local platform: both speak HTTP only."""

import importlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import uvicorn
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi import FastAPI
from pywa import handlers as of
from pywa.client import WhatsApp

from tests.emulator.running import SECRET, VERIFY, Emulator, wait_until

NUMBER, ACCOUNT, TOKEN, CUSTOMER = "790000000000001", "690000000000001", "token-of-pywa", "15560009999"
KEY = rsa.generate_private_key(65_537, 2_048)
PRIVATE_KEY = KEY.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
).decode()
PUBLIC_KEY = (
    KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
)
# It names more than it says it exports.
types: Any = importlib.import_module("pywa.types")
calls: Any = importlib.import_module("pywa.types.calls")


class Rerouted(httpx.BaseTransport):
    """What is meant for Meta's hosts goes to the local platform; all else is left as it is."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host.endswith(("facebook.com", "fbsbx.com")):
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._emulator.port)
            request.headers["Host"] = f"127.0.0.1:{self._emulator.port}"
        return self._inner.handle_request(request)


class Listener:
    """Whatever pywa understood, by the name of its class."""

    def __init__(self) -> None:
        self.updates: list[Any] = []

    def __call__(self, _: WhatsApp, update: Any) -> None:
        self.updates.append(update)

    def wait_for(self, kind: str, **wanted: Any) -> Any:
        """The first of that kind whose fields are so."""
        wait_until(lambda: self._find(kind, wanted) is not None, 30)
        return self._find(kind, wanted)

    def wait_for_raw(self, field: str, **wanted: Any) -> dict[str, Any]:
        """The first value of that field with these entries: what pywa has no class for it hands on as it came."""
        wait_until(lambda: self._find_raw(field, wanted) is not None, 30)
        return self._find_raw(field, wanted) or {}

    def _find_raw(self, field: str, wanted: dict[str, Any]) -> dict[str, Any] | None:
        values = [
            each.value for each in list(self.updates) if type(each).__name__ == "RawUpdate" and each.field == field
        ]
        return next((each for each in values if wanted.items() <= each.items()), None)

    def _find(self, kind: str, wanted: dict[str, Any]) -> Any:
        for update in list(self.updates):
            if type(update).__name__ == kind and all(getattr(update, key) == value for key, value in wanted.items()):
                return update
        return None


HANDLERS = [
    each
    for each in vars(of).values()
    if isinstance(each, type)
    and issubclass(each, of.Handler)
    and not each.__name__.startswith("_")
    and each is not of.Handler
]


@pytest.fixture(scope="session")
def listener() -> Listener:
    return Listener()


@pytest.fixture(scope="session")
def hook_url() -> str:
    """Where pywa is to listen."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"http://127.0.0.1:{free.getsockname()[1]}/hook"


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory, hook_url: str) -> Iterator[Emulator]:
    """Not started before pywa listens."""
    # pywa reads the first change of a webhook only: what comes together with another would be lost to it.
    options = ("--webhook-url", hook_url, "--app-secret", SECRET, "--verify-token", VERIFY, "--webhook-batch", "1")
    made = Emulator(tmp_path_factory.mktemp("pywa"), *options)
    yield made
    made.stop()


@pytest.fixture(scope="session")
def wa(emulator: Emulator, hook_url: str, listener: Listener) -> Iterator[Any]:
    """pywa with its own server for webhooks, and a platform that has one number and one customer."""
    app = FastAPI()
    client = WhatsApp(
        NUMBER,
        TOKEN,
        session=httpx.Client(transport=Rerouted(emulator), timeout=10),
        server=app,
        webhook_endpoint="/hook",
        verify_token=VERIFY,
        app_secret=SECRET,
        waba_id=ACCOUNT,
        business_private_key=PRIVATE_KEY,
    )
    for handler in HANDLERS:
        client.add_handlers(handler(listener))
    server = uvicorn.Server(
        uvicorn.Config(app, port=int(hook_url.split(":")[2].split("/", maxsplit=1)[0]), log_level="warning")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    emulator.start()
    seed(emulator)
    enabled = calls.CallingSettingsStatus.ENABLED
    client.update_business_phone_number_settings(calling=types.CallingSettings(status=enabled))
    client.set_business_public_key(PUBLIC_KEY)
    yield client
    server.should_exit = True
    thread.join(5)


def seed(emulator: Emulator) -> None:
    number = {"phone_number_id": NUMBER, "waba_id": ACCOUNT, "access_token": TOKEN, "verified_name": "Northbank"}
    emulator.control("/numbers", {**number, "display_phone_number": "+15550001234"})
    emulator.control("/customers", {"wa_id": CUSTOMER, "name": "Ada", "auto_read": True})
    emulator.control(
        f"/customers/{CUSTOMER}/messages", {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hello"}}
    )


@pytest.fixture(autouse=True)
def _unhurried(wa: Any, emulator: Emulator) -> None:
    """The pair rate is one message in six seconds: let the platform's clock go on between the tests."""
    emulator.control("/clock", {"advance_seconds": 60})


def speak(wa: Any, emulator: Emulator) -> None:
    """The customer calls, and a call that connects lets the asking for a permission begin anew."""
    wacid = emulator.control(f"/customers/{CUSTOMER}/calls", {"phone_number_id": NUMBER})["id"]
    assert wa.accept_call(wacid, calls.SessionDescription(sdp_type="answer", sdp="v=0"))
    emulator.control(f"/calls/{wacid}", {"action": "hang_up"})
