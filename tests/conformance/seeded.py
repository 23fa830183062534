"""A local platform with one of everything that the calls need."""

import base64
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from parley_emulator.ids import APP_ID, business_id
from tests.emulator.running import SECRET, VERIFY, Emulator, Hook

ACCOUNT, NUMBER, CUSTOMER, TOKEN = "102290129340398", "106540352242922", "16505551234", "token-of-northbank"
SOURCE = "102290129340399"


@contextmanager
def platform(folder: Path) -> Iterator[tuple[Emulator, Hook, dict[str, str]]]:
    """The platform, who receives its webhooks, and the names that calls may use."""
    hook = Hook()
    options = ["--webhook-url", hook.url, "--app-secret", SECRET, "--verify-token", VERIFY]
    emulator = Emulator(folder, *options).start()
    try:
        yield emulator, hook, _seed(emulator)
    finally:
        emulator.stop()
        hook.close()


def _seed(emulator: Emulator) -> dict[str, str]:
    for account, number in ((ACCOUNT, NUMBER), (SOURCE, NUMBER[:-1] + "3")):
        business = {"waba_id": account, "phone_number_id": number, "access_token": TOKEN, "verified_name": "Northbank"}
        emulator.control("/numbers", {**business, "display_phone_number": f"+1555{number[-7:]}"})
    emulator.control("/customers", {"wa_id": CUSTOMER, "name": "Ada"})
    offer = {"name": "spring_offer", "language": "en_US", "category": "MARKETING"}
    offer["components"] = [{"type": "BODY", "text": "Our spring offers are here."}]  # type: ignore[assignment]
    emulator.control("/templates", {"waba_id": ACCOUNT, "templates": [offer]})
    hello = {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hello"}}
    emulator.control(f"/customers/{CUSTOMER}/messages", hello)
    emulator.call("POST", f"/v23.0/{NUMBER}/settings", {"calling": {"status": "ENABLED"}}, TOKEN)
    allows = {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}}
    emulator.control(f"/customers/{CUSTOMER}/messages", {**hello, "type": "interactive", "interactive": allows})
    return {
        "Version": "v23.0",
        "Application-ID": APP_ID,
        "Business-ID": business_id(ACCOUNT),
        "WABA-ID": ACCOUNT,
        "WhatsApp-Business-Account-ID": ACCOUNT,
        "Phone-Number-ID": NUMBER,
        "WhatsApp-Account-Number-ID": NUMBER,
        "source_account": SOURCE,
        "wa_id": CUSTOMER,
        "public_key": public_key(),
        "encrypted": _sealed({"to": CUSTOMER, "type": "text", "text": {"body": "Good morning"}}),
    }


def public_key() -> str:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2048).public_key()
    form = (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return key.public_bytes(*form).decode()


def _sealed(message: dict[str, object]) -> str:
    """Formed like a JWE: the platform keeps no key of ours here, so only the form is told from others."""
    header = {"alg": "RSA-OAEP", "enc": "A128CBC-HS256"}
    parts = [json.dumps(header).encode(), os.urandom(32), os.urandom(16), json.dumps(message).encode(), os.urandom(16)]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
