"""What the local platform tells in batches arrives whole: several changes an entry, several messages a value."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from parley.settings import Settings
from parley.storage.database import Database
from tests.emulator.running import Emulator
from tests.ingest.conftest import NUMBER, Endpoint
from tests.ingest.test_webhooks import rows

ACCOUNT, TOKEN = "200", "token-of-northbank"
PEOPLE = ("447700900101", "447700900102", "447700900103")


@pytest.fixture
def platform(tmp_path: Path, settings: Settings) -> Iterator[Emulator]:
    """One with the number of the Client."""
    options = ["--app-secret", settings.app_secret, "--verify-token", settings.verify_token]
    started = Emulator(tmp_path / "platform", *options).start()
    number = {"phone_number_id": NUMBER, "waba_id": ACCOUNT, "access_token": TOKEN, "verified_name": "Northbank"}
    started.control("/numbers", {**number, "display_phone_number": "+442079460100"})
    yield started
    started.stop()


def told_together(platform: Emulator) -> list[str]:
    """Everything at once: messages of three people, statuses, a template's fate, two changes of the account."""
    said = {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hello"}}
    keys = []
    for person in PEOPLE:
        platform.control("/customers", {"wa_id": person, "name": f"Ada {person[-1]}", "auto_read": True})
        keys += [f"m:{NUMBER}:{platform.control(f'/customers/{person}/messages', said)['id']}" for _ in range(2)]
    for person in PEOPLE:
        body = {"messaging_product": "whatsapp", "to": person, "type": "text", "text": {"body": "Good morning"}}
        sent = platform.call("POST", f"/v23.0/{NUMBER}/messages", body, TOKEN)[1]["messages"][0]["id"]
        keys += [f"s:{sent}:{status}" for status in ("sent", "delivered", "read")]
    for field, value in (("account_review_update", {"decision": "APPROVED"}), ("account_update", {"event": "X"})):
        platform.control(f"/accounts/{ACCOUNT}/event", {"field": field, "value": value})
    return keys


async def test_a_batch_of_the_platform_is_kept_whole_and_each_person_in_order(
    endpoint: Endpoint, database: Database, tenant: UUID, platform: Emulator, settings: Settings
) -> None:
    target = {"url": endpoint.url, "app_secret": settings.app_secret, "verify_token": settings.verify_token}
    await asyncio.to_thread(platform.control, "/webhook-target", target)
    await asyncio.to_thread(platform.control, "/webhooks", {"hold": True})
    keys = await asyncio.to_thread(told_together, platform)
    for _ in range(400):
        if (await asyncio.to_thread(platform.control, "/webhooks"))["pending"] == len(keys) + 2:
            break
        await asyncio.sleep(0.02)
    await asyncio.to_thread(platform.control, "/webhooks", {})
    for _ in range(400):
        if len(await rows(database, tenant)) == len(keys) + 2:
            break
        await asyncio.sleep(0.02)
    kept = await rows(database, tenant, "kind, dedup_key, lane, payload")
    assert sorted(key for _, key, _, _ in kept if not key.startswith("o:")) == sorted(keys)
    assert [kind for kind, *_ in kept].count("other") == 2
    posts = (await asyncio.to_thread(platform.control, "/webhooks/posts"))["posts"]
    assert [each["updates"] for each in posts] == [len(keys) + 2]
    for person in PEOPLE:
        own = [key for _, key, lane, _ in kept if lane.endswith(person)]
        assert own == [key for key in keys if key in own] and len(own) == 5
        names = {_name(payload) for kind, _, lane, payload in kept if kind == "message" and lane.endswith(person)}
        assert names == {f"Ada {person[-1]}"}


def _name(payload: Any) -> str:
    whole = json.loads(payload) if isinstance(payload, str) else payload
    return str(whole["contact"]["profile"]["name"])
