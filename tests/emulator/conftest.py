"""One platform and one receiver for all these tests; each test has a number and a customer of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.running import SECRET, VERIFY, Emulator, Hook, ids

COUNT = ids()


@dataclass
class Desk:
    """A business number, one customer, and what both can do."""

    emulator: Emulator
    number_id: str
    waba_id: str
    token: str
    wa_id: str
    digits: str

    def write(self, body: str = "Hello", **message: Any) -> str:
        """The customer writes."""
        sent = {"phone_number_id": self.number_id, **(message or {"type": "text", "text": {"body": body}})}
        answer: dict[str, str] = self.emulator.control(f"/customers/{self.wa_id}/messages", sent)
        return answer["id"]

    def post(self, **body: Any) -> tuple[int, Any]:
        """The business sends; a field that is None is left out."""
        whole = {"messaging_product": "whatsapp", "to": self.wa_id, **body}
        whole = {key: value for key, value in whole.items() if value is not None}
        return self.emulator.call("POST", f"/v23.0/{self.number_id}/messages", whole, self.token)

    def send(self, **body: Any) -> str:
        """The id of a send that is accepted."""
        status, answer = self.post(**(body or {"type": "text", "text": {"body": "Good morning"}}))
        assert status == 200, answer
        return str(answer["messages"][0]["id"])

    def graph(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """Any other call with the number's token."""
        return self.emulator.call(method, path, body, self.token, headers)

    def set_number(self, **changed: Any) -> None:
        """Change the number."""
        self.emulator.control("/numbers", {"phone_number_id": self.number_id, **changed})

    def template(self, name: str = "parcel", **changed: Any) -> None:
        """An approved template of one variable."""
        whole = {
            "name": name,
            "language": "en_US",
            "category": "UTILITY",
            "components": [{"type": "BODY", "text": "Hello {{1}}, it is here."}],
            **changed,
        }
        self.emulator.control("/templates", {"waba_id": self.waba_id, "templates": [whole]})

    def sample(self, kind: str) -> str:
        """The handle of a small file of that type, uploaded as samples are."""
        asked = f"/v23.0/100000000000001/uploads?file_name=a&file_length=4&file_type={kind}"
        session = self.graph("POST", asked)[1]["id"]
        return str(self.graph("POST", f"/v23.0/{session}", b"file", file_offset="0")[1]["h"])

    def thread(self) -> list[dict[str, Any]]:
        """All messages of the two."""
        path = f"/customers/{self.wa_id}/messages?phone_number_id={self.number_id}"
        items: list[dict[str, Any]] = self.emulator.control(path)["items"]
        return items


@pytest.fixture(scope="session")
def hook() -> Iterator[Hook]:
    started = Hook()
    yield started
    started.close()


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory, hook: Hook) -> Iterator[Emulator]:
    options = ["--webhook-url", hook.url, "--app-secret", SECRET, "--verify-token", VERIFY]
    started = Emulator(tmp_path_factory.mktemp("emulator"), *options).start()
    yield started
    started.stop()


@pytest.fixture(scope="module", autouse=True)
def at_the_real_time(emulator: Emulator) -> None:
    """Every file begins now, however far the one before it has moved the shared platform's clock."""
    emulator.control("/clock", {"reset": True})


def a_desk(emulator: Emulator, **number: Any) -> Desk:
    """A new number and a new customer."""
    count = next(COUNT)
    desk = Desk(
        emulator,
        number_id=f"7770{count:06d}",
        waba_id=f"5550{count:06d}",
        token=f"token-{count}",
        wa_id=f"1556{count:07d}",
        digits=f"1555{count:07d}",
    )
    whole = {
        "phone_number_id": desk.number_id,
        "waba_id": desk.waba_id,
        "access_token": desk.token,
        "display_phone_number": f"+{desk.digits}",
        "verified_name": "Northbank",
        **number,
    }
    emulator.control("/numbers", whole)
    emulator.control("/customers", {"wa_id": desk.wa_id, "name": "Ada"})
    return desk


@pytest.fixture
def desk(emulator: Emulator) -> Desk:
    return a_desk(emulator)


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """The customer wrote: the window is open."""
    desk.write()
    return desk


@pytest.fixture
def hook_apart() -> Iterator[Hook]:
    started = Hook()
    yield started
    started.close()


@pytest.fixture
def emulator_apart(tmp_path: Path, hook_apart: Hook) -> Iterator[Emulator]:
    """One whose clock nobody else moves, and whose chance nobody else draws from."""
    options = ["--webhook-url", hook_apart.url, "--app-secret", SECRET, "--verify-token", VERIFY]
    started = Emulator(tmp_path, *options).start()
    yield started
    started.stop()


@pytest.fixture
def own_emulator(tmp_path: Path) -> Iterator[Emulator]:
    """One that the test may stop, and restart in the same folder."""
    started = Emulator(tmp_path).start()
    yield started
    if started.process is not None and started.process.poll() is None:
        started.stop()
