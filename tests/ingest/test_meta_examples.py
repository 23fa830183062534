"""Every webhook that Meta's description shows is accepted, kept, and shown in a thread or filed as news."""

from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml

from parley.api.reading import thread
from parley.clock import Clock
from parley.storage import notices
from parley.storage.database import Database
from parley.workers.bots import Bots
from parley.workers.inbox import Inbox
from tests.conftest import NOW
from tests.ingest.conftest import Endpoint

FILE = Path(__file__).parents[2] / "third_party/meta/whatsapp-openapi-v23.yaml"
# What each kind of message is shown as; what is not named here is filed as news.
SHOWN = {
    "Text Message": "text",
    "Text Message with Context (Product Inquiry)": "text",
    "Text Message from Click to WhatsApp Ad": "text",
    "Reaction Message": "reaction",
    "Image Message": "media",
    "Location Message": "location",
    "Contact Sharing Message": "contacts",
    "Unsupported Message": "unknown",
    "Button Message": "reply",
    "Interactive List Reply Message": "reply",
    "Interactive Button Reply Message": "reply",
    "Order Message": "order",
}


@cache
def examples() -> dict[str, Any]:
    described = yaml.load(FILE.read_text(), yaml.CSafeLoader)
    posted = described["paths"]["/whatsapp/webhooks"]["post"]["requestBody"]["content"]["application/json"]
    return {name: each["value"] for name, each in posted["examples"].items()}


@pytest.fixture
async def inbox(endpoint: Endpoint, database: Database, tenant: UUID, tmp_path: Path) -> Inbox:
    """The workers of a Client whose number and account are those of the examples."""
    number_ids = {
        change["value"]["metadata"]["phone_number_id"]
        for body in examples().values()
        for entry in body["entry"]
        for change in entry["changes"]
    }
    async with database.transaction(tenant) as db:
        for number_id in number_ids:
            await db.execute(
                """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name,
                                       access_token, created_at)
                   VALUES (%s, %s, '300', '+1 555-078-3881', 'Lucky Shrub', 'sealed', %s)""",
                [tenant, number_id, NOW],
            )
    return Inbox(database, Clock(), Bots(database, tmp_path))


async def count(database: Database, tenant: UUID, query: str) -> list[Any]:
    async with database.transaction(tenant) as db:
        return await (await db.execute(query)).fetchall()


@pytest.mark.parametrize("name", sorted(examples()))
async def test_an_example_is_accepted_kept_and_shown_or_filed_once(
    name: str, endpoint: Endpoint, inbox: Inbox, database: Database, tenant: UUID
) -> None:
    for _ in range(3):  # the platform repeats itself
        assert await endpoint.post(examples()[name]) == 200
        while await inbox.work(tenant):
            pass
    assert await count(database, tenant, "SELECT state, reason FROM inbox_event") == [("done", None)]
    said = await count(database, tenant, "SELECT conversation_id, type FROM message WHERE direction = 'in'")
    async with database.transaction(tenant) as db:
        filed = await notices.newest(db, tenant)
        assert len(said) + len(filed) == 1
        if name in SHOWN:
            assert [kind for _, kind in said] == [SHOWN[name]]
            shown = (await thread(db, tenant, said[0][0], None, 10)).items
            assert [each.type for each in shown if each.direction == "in"] == [SHOWN[name]] * (name[:8] != "Reaction")


async def test_all_of_them_together_are_kept_each_once_as_far_as_their_ids_differ(
    endpoint: Endpoint, inbox: Inbox, database: Database, tenant: UUID
) -> None:
    whole = {"object": "whatsapp_business_account", "entry": [e for body in examples().values() for e in body["entry"]]}
    for _ in range(2):
        assert await endpoint.post(whole) == 200
        while await inbox.work(tenant):
            pass
    assert await count(database, tenant, "SELECT reason FROM inbox_event WHERE state <> 'done'") == []
    changes = [change["value"] for entry in whole["entry"] for change in entry["changes"]]
    ids = {message["id"] for value in changes for message in value.get("messages", [])}
    kept = await count(database, tenant, "SELECT platform_id FROM message WHERE direction = 'in'")
    assert sorted(each for (each,) in kept) == sorted(ids)
    filed = await count(database, tenant, "SELECT count(*) FROM platform_notice WHERE field LIKE 'group%'")
    assert filed == [(sum("groups" in value for value in changes),)]


async def test_what_a_forwarded_ad_or_item_says_stays_with_the_message(
    endpoint: Endpoint, inbox: Inbox, database: Database, tenant: UUID
) -> None:
    for name in ("Text Message with Context (Product Inquiry)", "Text Message from Click to WhatsApp Ad"):
        assert await endpoint.post(examples()[name]) == 200
    while await inbox.work(tenant):
        pass
    query = "SELECT context FROM message WHERE direction = 'in' ORDER BY position"
    (asked,), (came,) = await count(database, tenant, query)
    assert asked["product"]["retailer_id"] == "di9ozbzfi4"
    assert came["ad"]["headline"] == "Chat with us"
