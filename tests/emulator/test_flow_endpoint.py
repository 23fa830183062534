"""A form that asks the business's server: sealed both ways, signed, and with an end to every fault."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.emulator.conftest import Desk
from tests.emulator.running import SECRET, Hook
from tests.emulator.test_flows import FORM, a_flow
from tests.emulator.test_phone_kinds import got, interactive, shown


class FormServer:
    """What a business runs beside its bot; ``answer`` says what it answers, ``status`` how."""

    def __init__(self, key: RSAPrivateKey) -> None:
        self.key, self.heard, self.signed = key, list[dict[str, Any]](), list[bool]()
        self.status, self.answer, self.turns = 200, dict[str, Any](), True
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                digest = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
                server.signed.append(self.headers["X-Hub-Signature-256"] == f"sha256={digest}")
                content = server.reply(json.loads(body))
                self.send_response(server.status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/form"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def reply(self, sealed: dict[str, str]) -> bytes:
        raw = {name: base64.b64decode(part) for name, part in sealed.items()}
        key = self.key.decrypt(raw["encrypted_aes_key"], OAEP(MGF1(SHA256()), SHA256(), None))
        vector = raw["initial_vector"]
        self.heard.append(json.loads(AESGCM(key).decrypt(vector, raw["encrypted_flow_data"], None)))
        if self.status == 427:
            return json.dumps({"error_msg": "This offer has ended."}).encode()
        back = bytes(byte ^ 0xFF for byte in vector) if self.turns else vector
        return base64.b64encode(AESGCM(key).encrypt(back, json.dumps(self.answer).encode(), None))

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture(scope="module")
def key() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


@pytest.fixture
def server(key: RSAPrivateKey) -> Iterator[FormServer]:
    running = FormServer(key)
    yield running
    running.close()


@pytest.fixture
def asking(open_desk: Desk, server: FormServer, hook: Hook) -> tuple[str, str]:
    """(address of the form's exchange, id of the flow)."""
    pem = server.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    path = f"/v23.0/{open_desk.number_id}/whatsapp_business_encryption"
    assert open_desk.graph("POST", path, {"business_public_key": pem})[0] == 200
    flow = a_flow(open_desk, flow_json=json.dumps(FORM), publish=True, endpoint_uri=server.url)
    parameters = {"flow_message_version": "3", "flow_id": flow, "flow_cta": "Book", "flow_token": "t-9"}
    wamid = open_desk.send(
        **interactive("flow", {"name": "flow", "parameters": parameters | {"flow_action": "data_exchange"}})
    )
    hook.wait_for(wamid, "delivered")
    chat = f"/phone/api/customers/{open_desk.wa_id}/chats/{open_desk.number_id}"
    assert shown(open_desk, chat, wamid)["flow"]["asks"]
    return f"{chat}/messages/{wamid}/form/exchange", flow


def test_the_server_says_which_screen_comes_and_what_the_form_comes_to(
    open_desk: Desk, server: FormServer, asking: tuple[str, str]
) -> None:
    server.answer = {"screen": "START", "data": {"days": ["Monday"]}}
    assert got(open_desk, asking[0], {"action": "INIT"}) == {"screen": "START", "data": {"days": ["Monday"]}}
    ended = {"flow_token": "t-9", "day": "Monday"}
    server.answer = {"screen": "SUCCESS", "data": {"extension_message_response": {"params": ended}}}
    chosen = {"action": "data_exchange", "screen": "START", "data": {"day": "Monday"}}
    assert got(open_desk, asking[0], chosen) == {"done": ended}
    assert server.heard == [
        {"version": "3.0", "action": "INIT", "flow_token": "t-9"},
        {"version": "3.0", "flow_token": "t-9", **chosen},
    ]
    assert server.signed == [True, True]


def test_whatever_the_server_does_wrong_is_said(open_desk: Desk, server: FormServer, asking: tuple[str, str]) -> None:
    def why(**wrong: Any) -> str:
        for name, value in wrong.items():
            setattr(server, name, value)
        status, answer = open_desk.emulator.call("POST", asking[0], {"action": "INIT"})
        assert status == 400
        return str(answer["error"]["message"])

    assert "(421)" in why(status=421)
    assert "(432)" in why(status=432)
    assert why(status=427) == "This offer has ended."
    assert "answered 500" in why(status=500)
    assert "can not be decrypted" in why(status=200, turns=False)
    assert "named no screen" in why(turns=True, answer={"data": {}})
    server.close()
    assert "does not answer" in why()


def test_the_platform_asks_whether_the_server_is_well(
    open_desk: Desk, server: FormServer, asking: tuple[str, str]
) -> None:
    said = {"phone_number_id": open_desk.number_id}
    server.answer = {"data": {"status": "active"}}
    assert open_desk.emulator.control(f"/flows/{asking[1]}/ping", said) == {"active": True, "why": ""}
    server.answer = {"data": {}}
    assert open_desk.emulator.control(f"/flows/{asking[1]}/ping", said)["active"] is False
    assert server.heard[-1] == {"version": "3.0", "action": "ping"}


def test_how_the_server_did_is_told_by_hour_by_day_and_in_all(
    open_desk: Desk, server: FormServer, asking: tuple[str, str]
) -> None:
    server.answer = {"screen": "START", "data": {}}
    for _ in range(3):
        got(open_desk, asking[0], {"action": "INIT"})
    server.status = 500
    open_desk.emulator.call("POST", asking[0], {"action": "INIT"})
    open_desk.emulator.control(f"/flows/{asking[1]}/ping", {"phone_number_id": open_desk.number_id})

    def asked(name: str, granularity: str, more: str = "") -> Any:
        fields = f"metric.name({name}).granularity({granularity}){more}"
        return open_desk.graph("GET", f"/v23.0/{asking[1]}?fields={fields}")[1]

    counted = asked("ENDPOINT_REQUEST_COUNT", "DAY")["metric"]
    assert (counted["name"], counted["granularity"]) == ("ENDPOINT_REQUEST_COUNT", "DAY")
    assert [point["data"] for point in counted["data_points"]] == [[{"key": "value", "value": 4}]]
    assert counted["data_points"][0]["timestamp"].endswith("T00:00:00+0000")
    latency = asked("ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL", "HOUR")["metric"]["data_points"][0]["data"]
    assert latency == [{"key": "1", "value": 3}]
    failed = asked("ENDPOINT_REQUEST_ERROR", "HOUR")["metric"]["data_points"][0]["data"]
    assert failed == [{"key": "unexpected_http_status_code", "value": 1}]
    rate = asked("ENDPOINT_REQUEST_ERROR_RATE", "LIFETIME")["metric"]["data_points"][0]["data"]
    assert rate == [{"key": "value", "value": 0.25}]
    reached = asked("ENDPOINT_AVAILABILITY", "DAY")["metric"]["data_points"][0]["data"]
    assert reached == [{"key": "failed", "value": 1}]
    for wrong in (("NONSENSE", "DAY"), ("ENDPOINT_REQUEST_COUNT", "WEEK")):
        assert asked(*wrong)["error"]["code"] == 100
    assert asked("ENDPOINT_REQUEST_COUNT", "DAY", ".since(2020-01-01)")["error"]["code"] == 100
    assert asked("ENDPOINT_REQUEST_COUNT", "DAY", ".since(soon)")["error"]["code"] == 100
