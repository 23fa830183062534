"""Asks the business's server what a form shows next (Flows, data API 3.0)."""

import time
from contextlib import suppress
from typing import Any

import aiohttp
import msgspec

from parley_emulator.flows.envelope import NotReadable, Sealed, seal, unseal
from parley_emulator.flows.metrics import note_ping, note_request
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing
from parley_emulator.webhooks.body import signature

VERSION, PING = "3.0", "ping"
SECONDS = 10
LARGEST = 1_000_000
# What the server can say by the status alone.
REFUSALS = {
    421: "The form's server has another private key (421). Upload its public key again.",
    432: "The form's server did not accept the signature (432).",
}


class EndpointFault(ValueError):
    """The form can not go on, as the sentence says. ``kind``: as figures count it, empty where the server is right."""

    def __init__(self, why: str, kind: str = "") -> None:
        super().__init__(why)
        self.kind = kind


async def ask(platform: Platform, number: Number, flow: Thing, said: dict[str, Any]) -> dict[str, Any]:
    """``said``: action, and with it screen, data, flow_token. Raises EndpointFault."""
    address, key = flow.fields["endpoint_uri"], number.fields.get("business_public_key")
    if not address or not key:
        what = "endpoint_uri" if not address else "public key on its number"
        raise EndpointFault(f"This form asks a server, and there is no {what}.")
    began, fault = time.monotonic(), ""
    try:
        return await _answer(platform, address, str(key), said)
    except EndpointFault as error:
        fault = error.kind
        raise
    finally:
        if said["action"] != PING:
            note_request(platform, flow, time.monotonic() - began, fault)


async def _answer(platform: Platform, address: str, key: str, said: dict[str, Any]) -> dict[str, Any]:
    try:
        sealed = seal(key, {"version": VERSION, **said})
        status, answer = await _post(platform, address, sealed.body)
        if status == 427:
            raise EndpointFault(_why(answer, sealed) or "This form is no longer valid.")
        if status != 200:
            why = REFUSALS.get(status, f"The form's server answered {status}.")
            raise EndpointFault(why, "unexpected_http_status_code")
        return unseal(answer, sealed)
    except NotReadable as error:
        raise EndpointFault(str(error), "invalid_response_error") from error


async def ping(platform: Platform, number: Number, flow: Thing) -> bool:
    """Whether the server says that it is well."""
    well = False
    try:
        answer = await ask(platform, number, flow, {"action": PING})
        data = answer.get("data")
        well = isinstance(data, dict) and data.get("status") == "active"
    finally:
        note_ping(platform, flow, well)
    return well


async def _post(platform: Platform, address: str, body: bytes) -> tuple[int, bytes]:
    secret = platform.outgoing.target.app_secret
    headers = {"Content-Type": "application/json", "X-Hub-Signature-256": signature(secret, body)}
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with platform.http.post(
            address, data=body, headers=headers, timeout=timeout, allow_redirects=False
        ) as response:
            answer = await response.content.read(LARGEST)
            return response.status, answer
    except (TimeoutError, aiohttp.ClientError, ValueError, OSError) as error:
        kind = "timeout_error" if isinstance(error, TimeoutError) else "no_http_response_error"
        raise EndpointFault("The form's server does not answer.", kind) from error


def _why(answer: bytes, sealed: Sealed) -> str:
    """Sealed as every answer is; some servers leave it open."""
    with suppress(NotReadable):
        return str(unseal(answer, sealed).get("error_msg") or "")[:300]
    with suppress(msgspec.DecodeError):
        return str(msgspec.json.decode(answer, type=dict[str, Any]).get("error_msg") or "")[:300]
    return ""
