from typing import Any

from tests.api.conftest import Desk, LogIn
from tests.api.world import Business

WHY = {"reason": "threat", "note": "She wrote that she would come and hurt me."}


def of(conversation: Any) -> str:
    return f"/api/conversations/{conversation.conversation_id}/block"


async def becomes(bank: Business, state: str, trouble: str = "") -> None:
    query = "UPDATE person_block SET state = %s, trouble = %s WHERE state <> 'refused' RETURNING 1"
    assert len(await bank.fetch(query, state, trouble)) == 1


async def test_a_block_that_whatsapp_refused_is_shown_until_another_is_made(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    await bank.add_message(conversation)
    assert (await ann.get(of(conversation))).body == {"block": None}
    assert (await ann.post(of(conversation), WHY)).status == 201
    await becomes(bank, "refused", "The token is not valid. Make a new one.")
    shown = (await ann.get(of(conversation))).body["block"]
    assert (shown["state"], shown["trouble"]) == ("refused", "The token is not valid. Make a new one.")
    assert not shown["may_lift"] and not shown["may_confirm"]
    again = await ann.post(of(conversation), WHY)
    assert again.body["block_id"] != shown["block_id"]
    assert (await ann.get(of(conversation))).body["block"]["state"] == "wanted"


async def test_one_that_was_lifted_is_shown_no_more(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation("ann")
    await bank.add_message(conversation)
    await ann.post(of(conversation), WHY)
    await becomes(bank, "lifted")
    assert (await ann.get(of(conversation))).body == {"block": None}
    sue = await log_in(bank, "sue")
    assert [each["state"] for each in (await sue.get("/api/blocks")).body["items"]] == ["lifted"]
