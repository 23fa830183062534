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
# What of each example is in the thread: the type it is kept as, and what of its content must be there.
SHOWN: dict[str, tuple[str, dict[str, Any]]] = {
    "Text Message": ("text", {"body": "Does it come in another color?"}),
    "Text Message with Context (Product Inquiry)": ("text", {"body": "Is this still available?"}),
    "Text Message from Click to WhatsApp Ad": ("text", {"body": "Hello! Can I get more info on this?"}),
    "Reaction Message": (
        "reaction",
        {"emoji": "👍", "platform_id": "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0RTJEOTc2ODVERUY5RDlGNkYA"},
    ),
    "Image Message": ("media", {"kind": "image", "mime_type": "image/jpeg", "caption": "Taj Mahal"}),
    "Location Message": (
        "location",
        {
            "name": "Philz Coffee",
            "address": "101 Forest Ave, Palo Alto, CA 94301",
            "url": "https://philzcoffee.com/",
            "latitude": 37.44221496582,
            "longitude": -122.16165924072,
        },
    ),
    "Contact Sharing Message": (
        "contacts",
        {"cards": [{"name": "Lucía Gómez", "phones": ["+1 (983) 555-2319"], "organisation": "Google"}]},
    ),
    "Unsupported Message": ("unknown", {"reason": "Message type is currently not supported."}),
    "Button Message": ("reply", {"source": "template", "id": "Unsubscribe", "title": "Unsubscribe"}),
    "Interactive List Reply Message": (
        "reply",
        {
            "source": "list",
            "id": "priority_express",
            "title": "Priority Mail Express",
            "description": "Next Day to 2 Days",
        },
    ),
    "Interactive Button Reply Message": ("reply", {"source": "button", "id": "cancel-button", "title": "Cancel"}),
    "Order Message": (
        "order",
        {
            "catalogue_id": "194836987003835",
            "items": [
                {"price": "30.00", "currency": "USD", "quantity": 2, "retailer_id": "di9ozbzfi4"},
                {"price": "25.00", "currency": "USD", "quantity": 1, "retailer_id": "nqryix03ez"},
            ],
        },
    ),
}
# What of each other example is filed: field, event, sentence.
FILED = {
    "System Message": ("messages", "user_changed_number", "Somebody who is not known here has a new number."),
    "Group Create Message": ("group_lifecycle_update", "group_create", "A group: group create."),
    "Group Settings Update": (
        "group_settings_update",
        "group_settings_update",
        "A group: group settings update.",
    ),
    "Group Remove Participants": ("group_participants_update", "group_create", "A group: group create."),
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
    query = "SELECT conversation_id, type, content, platform_id FROM message WHERE direction = 'in'"
    said = await count(database, tenant, query)
    async with database.transaction(tenant) as db:
        filed = [(each.field, each.event, each.sentence) for each in await notices.newest(db, tenant)]
    if name in FILED:
        assert (said, filed) == ([], [FILED[name]])
        return
    kind, wanted = SHOWN[name]
    [(conversation_id, kept_as, content, platform_id)] = said
    assert (filed, kept_as, platform_id) == ([], kind, messages_of(examples()[name])[0]["id"])
    assert {field: content[field] for field in wanted} == wanted
    async with database.transaction(tenant) as db:
        shown = (await thread(db, tenant, conversation_id, None, 10)).items
    at_the_desk = [each for each in shown if each.direction == "in"]
    if kind == "reaction":  # seen on the message that it is for, which is not among the examples
        assert at_the_desk == []
        return
    assert [each.type for each in at_the_desk] == [kind]
    told = at_the_desk[0].content
    assert {field: told[field] for field in wanted} == wanted


def test_every_example_has_its_place() -> None:
    assert set(examples()) == {*SHOWN, *FILED} and not set(SHOWN) & set(FILED)


def messages_of(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The messages of a webhook."""
    changes = [change["value"] for entry in body["entry"] for change in entry["changes"]]
    return [message for value in changes for message in value.get("messages", [])]


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
    ids = {message["id"] for message in messages_of(whole)}
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
