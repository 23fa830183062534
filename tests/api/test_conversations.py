from datetime import UTC, datetime, timedelta
from typing import Any

from parley.core.messages import Reaction, Text
from parley.storage import conversations
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business


async def listed(desk: Desk, **asked: Any) -> list[str]:
    answer = await desk.get("/api/conversations", params=asked)
    assert answer.status == 200, answer.body
    return [row["conversation_id"] for row in answer.body["items"]]


async def test_the_views_and_their_counts(ann: Desk, bank: Business) -> None:
    mine = await bank.add_conversation("ann", unread=2)
    bobs = await bank.add_conversation("bob")
    waiting = await bank.add_conversation()
    with_bot = await bank.add_conversation(state="bot")
    over = await bank.add_conversation(state="closed")
    assert await listed(ann, view="mine") == [str(mine.conversation_id)]
    assert await listed(ann, view="queue") == [str(waiting.conversation_id)]
    assert set(await listed(ann, view="all")) == {str(c.conversation_id) for c in (mine, bobs, waiting, with_bot)}
    assert await listed(ann, view="closed") == [str(over.conversation_id)]
    counts = (await ann.get("/api/conversations")).body["counts"]
    assert counts == {"mine": 1, "queue": 1, "all": 4, "mine_unread": 1}


async def test_a_row_has_all_that_the_list_shows(ann: Desk, bank: Business) -> None:
    contact_id = await bank.add_customer("Carla", "447700900123")
    conversation = await bank.add_conversation("ann", contact_id=contact_id, skill="cards")
    row = (await ann.get("/api/conversations")).body["items"][0]
    assert row["contact"] == {
        "contact_id": str(contact_id),
        "name": "Carla",
        "username": "",
        "phone": "+44 7700 900123",
        "language": "en",
    }
    assert row["owner"] == {"kind": "person", "account_id": str(bank.people["ann"]), "name": "Ann"}
    assert row["number"] == {"number_id": bank.number_id, "display_name": "Bank"}
    assert row["last_message"] == {
        "text": "Hello",
        "from": "customer",
        "at": row["last_message"]["at"],
    }
    assert row["last_message"]["at"].endswith("Z")
    assert (row["skill"], row["offer"], row["owner_version"]) == ("cards", None, conversation.owner_version)


async def test_pages_follow_each_other_without_gap_or_repeat_while_new_ones_come(ann: Desk, bank: Business) -> None:
    then = datetime.now(UTC) - timedelta(hours=1)
    made = [
        await bank.add_conversation("ann", last_message_at=then + timedelta(seconds=n // 2)) for n in range(7)
    ]  # pairs share a time
    seen, cursor = [], None
    while True:
        asked = {"limit": "3"} | ({"cursor": cursor} if cursor else {})
        page = (await ann.get("/api/conversations", params=asked)).body
        seen += [row["conversation_id"] for row in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
        await bank.add_conversation("ann")  # newer: belongs on the first page
    assert len(seen) == 7 and set(seen) == {str(c.conversation_id) for c in made}


async def test_the_queue_shows_the_longest_wait_first(ann: Desk, bank: Business) -> None:
    now = datetime.now(UTC)
    second = await bank.add_conversation(queued_at=now - timedelta(minutes=1))
    first = await bank.add_conversation(queued_at=now - timedelta(minutes=5))
    page = (await ann.get("/api/conversations?view=queue&limit=1")).body
    assert page["items"][0]["conversation_id"] == str(first.conversation_id)
    assert await listed(ann, view="queue", cursor=page["next_cursor"]) == [str(second.conversation_id)]


async def test_search_by_a_part_of_the_name_or_the_beginning_of_the_number(ann: Desk, bank: Business) -> None:
    carla = await bank.add_conversation(contact_id=await bank.add_customer("Carla 100%", "447700900123"))
    dora = await bank.add_conversation(contact_id=await bank.add_customer("Dora Muster", "491511234567"))
    for asked, found in {
        "MUST": [dora],
        "0%": [carla],
        "_": [],
        "+44 7700": [carla],
        "4915": [dora],
        "7700": [],
        "'; --": [],
    }.items():
        assert await listed(ann, view="all", q=asked) == [str(c.conversation_id) for c in found], asked


async def test_an_opened_conversation_says_what_may_be_done(ann: Desk, bank: Business, log_in: LogIn) -> None:
    mine, bobs = await bank.add_conversation("ann"), await bank.add_conversation("bob")
    queued, over = await bank.add_conversation(), await bank.add_conversation(state="closed")
    detail = await ann.get_conversation(mine.conversation_id)
    assert set(detail["moves"]) == {"send", "transfer", "snooze", "close", "hand_to_bot", "note"}
    assert (await ann.get_conversation(bobs.conversation_id))["moves"] == ["note"]
    assert (await ann.get_conversation(queued.conversation_id))["moves"] == ["take_over", "note"]
    assert (await ann.get_conversation(over.conversation_id))["moves"] == ["reopen"]
    sue = await log_in(bank, "sue")
    assert (await sue.get_conversation(bobs.conversation_id))["moves"] == ["take_over", "note"]


async def test_the_routing_of_a_conversation_is_shown_with_its_reason(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation(state="offered")
    await bank.add_offer(conversation, "ann")
    detail = await ann.get_conversation(conversation.conversation_id)
    assert [(each["account_name"], each["outcome"], each["reason"]) for each in detail["routing"]] == [
        ("Ann", "open", "knows cards")
    ]
    assert detail["offer"]["account_id"] == str(bank.people["ann"])


async def test_a_thread_is_read_from_its_end_and_its_pages_do_not_overlap(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    for n in range(5):
        await bank.add_message(conversation, f"message {n}")
    path = f"/api/conversations/{conversation.conversation_id}/messages"
    newest = (await ann.get(f"{path}?limit=2")).body
    assert [each["text"] for each in newest["items"]] == ["message 3", "message 4"]
    older = (await ann.get(f"{path}?limit=2&before={newest['next_before']}")).body
    assert [each["text"] for each in older["items"]] == ["message 1", "message 2"]
    oldest = (await ann.get(f"{path}?limit=2&before={older['next_before']}")).body
    assert [each["text"] for each in oldest["items"]] == ["message 0"]
    assert oldest["next_before"] is None


async def test_reactions_are_on_the_message_and_not_messages_of_their_own(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    asked = await bank.add_message(conversation, Text("How can I help?"), "out")
    other = await bank.add_message(conversation, Text("Anything else?"), "out")
    for emoji in ("👍", "🎉"):
        await bank.add_message(conversation, Reaction(asked.platform_id or "", emoji))
    await bank.add_message(conversation, Reaction(other.platform_id or "", "👍"))
    await bank.add_message(conversation, Reaction(other.platform_id or "", ""))
    items = (await ann.get(f"/api/conversations/{conversation.conversation_id}/messages")).body["items"]
    assert [each["reactions"] for each in items] == [[{"emoji": "🎉", "from": "customer"}], []]


async def test_events_are_in_the_span_of_their_page_with_names(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    start = datetime.now(UTC) - timedelta(hours=1)
    for n in range(4):
        await bank.add_message(conversation, f"m{n}", at=start + timedelta(minutes=10 * n))
    async with bank.database.transaction(bank.tenant_id) as db:
        for n, kind in enumerate(("hand_over", "offer", "accept", "snooze")):
            data = {"to": str(bank.people["ann"])} if kind == "offer" else {}
            at = start + timedelta(minutes=10 * n + 5)
            await conversations.record_event(
                db, conversation, kind, actor_kind="agent", actor_id=bank.people["bob"], data=data, now=at
            )
    path = f"/api/conversations/{conversation.conversation_id}/messages?limit=2"
    newest = (await ann.get(path)).body
    older = (await ann.get(f"{path}&before={newest['next_before']}")).body
    assert [each["kind"] for each in newest["events"]] == ["accept", "snooze"]
    assert [each["kind"] for each in older["events"]] == ["hand_over", "offer"]
    assert older["events"][1]["data"]["to_name"] == "Ann"
    assert older["events"][0]["actor"]["name"] == "Bob"
