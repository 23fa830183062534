"""A second client library of others' making, pointed at the local platform by its own setting."""

from collections.abc import AsyncIterator, Iterator

import pytest
from kapso_whatsapp import WhatsAppClient
from kapso_whatsapp.webhooks import normalize_webhook, verify_signature
from kapso_whatsapp.webhooks.normalize import NormalizedWebhookResult

from tests.emulator.running import SECRET, VERIFY, Emulator, Hook

NUMBER, ACCOUNT, TOKEN, CUSTOMER = "790000000000041", "690000000000041", "token-of-kapso", "15560004444"


@pytest.fixture(scope="session")
def told() -> Iterator[Hook]:
    """Who receives the webhooks; the library only reads them."""
    hook = Hook()
    yield hook
    hook.close()


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory, told: Hook) -> Iterator[Emulator]:
    options = ("--webhook-url", told.url, "--app-secret", SECRET, "--verify-token", VERIFY)
    started = Emulator(tmp_path_factory.mktemp("kapso"), *options).start()
    number = {"phone_number_id": NUMBER, "waba_id": ACCOUNT, "access_token": TOKEN, "verified_name": "Northbank"}
    started.control("/numbers", {**number, "display_phone_number": "+15550001441"})
    started.control("/customers", {"wa_id": CUSTOMER, "name": "Ada", "auto_read": True})
    hello = {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hello"}}
    started.control(f"/customers/{CUSTOMER}/messages", hello)
    yield started
    started.stop()


@pytest.fixture
async def client(emulator: Emulator) -> AsyncIterator[WhatsAppClient]:
    emulator.control("/clock", {"advance_seconds": 60})  # the pair rate is one message in six seconds
    async with WhatsAppClient(access_token=TOKEN, base_url=f"http://127.0.0.1:{emulator.port}", max_retries=0) as made:
        yield made


def understood(hook: Hook) -> list[NormalizedWebhookResult]:
    """Everything that came, as the library reads it; each signature as it checks it."""
    read = []
    for body, signature in zip(list(hook.bodies), list(hook.signatures), strict=False):
        assert verify_signature(app_secret=SECRET, raw_body=body, signature_header=signature)
        read.append(normalize_webhook(body.decode()))
    return read
