"""Our own end of the line: is the webhook there, does it know the token, does it insist on signatures?"""

import hashlib
import hmac
import json
from secrets import token_hex

import aiohttp

from parley.settings import Settings
from parley.workers.connecting.findings import Finding

PATH = "/webhooks/whatsapp"
TIMEOUT = aiohttp.ClientTimeout(total=10)


def address(settings: Settings) -> str:
    """Where the platform reports to."""
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    return f"{base.rstrip('/')}{PATH}"


async def webhook_answers(settings: Settings) -> list[Finding]:
    """The handshake, a signed event, and one that is not signed: as the platform would do it."""
    url = address(settings)
    async with aiohttp.ClientSession(timeout=TIMEOUT) as http:
        try:
            found = [await _handshake(http, url, settings)]
            if found[0].state == "OK":
                found += [await _signed(http, url, settings), await _unsigned(http, url)]
        except (aiohttp.ClientError, TimeoutError) as error:
            sentence = f"{url} can not be reached ({type(error).__name__})."
            mend = "Start parley serve, and check the proxy, its certificate and PARLEY_PUBLIC_URL."
            return [Finding("webhook", "FAIL", sentence, mend)]
    return found


async def _handshake(http: aiohttp.ClientSession, url: str, settings: Settings) -> Finding:
    challenge = token_hex(8)
    asked = {"hub.mode": "subscribe", "hub.verify_token": settings.verify_token, "hub.challenge": challenge}
    async with http.get(url, params=asked) as response:
        if response.status == 200 and await response.text() == challenge:
            return Finding("webhook", "OK", f"{url} answers the handshake.")
        sentence = f"{url} does not answer the handshake (HTTP {response.status})."
    return Finding("webhook", "FAIL", sentence, "Give parley serve the same PARLEY_VERIFY_TOKEN, and restart it.")


async def _signed(http: aiohttp.ClientSession, url: str, settings: Settings) -> Finding:
    """An event without any change in it: it is taken, and nothing comes of it."""
    body = json.dumps({"object": "whatsapp_business_account", "entry": []}).encode()
    signature = "sha256=" + hmac.new(settings.app_secret.encode(), body, hashlib.sha256).hexdigest()
    async with http.post(url, data=body, headers={"X-Hub-Signature-256": signature}) as response:
        if response.status == 200:
            return Finding("test event", "OK", "A signed event is taken.")
        sentence = f"A signed event is refused (HTTP {response.status})."
    return Finding("test event", "FAIL", sentence, "Give parley serve the app's PARLEY_APP_SECRET, and restart it.")


async def _unsigned(http: aiohttp.ClientSession, url: str) -> Finding:
    async with http.post(url, data=b'{"entry": []}', headers={"X-Hub-Signature-256": "sha256=00"}) as response:
        if response.status == 401:
            return Finding("signature", "OK", "An event with a wrong signature is refused.")
        sentence = f"An event with a wrong signature gets HTTP {response.status}, not 401."
    return Finding(
        "signature", "FAIL", sentence, "Look what stands before parley serve: it must pass bodies unchanged."
    )
