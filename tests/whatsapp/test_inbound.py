from typing import Any

import pytest

from parley.core.messages import Card, Contacts, FormAnswer, FormField, Order, OrderItem, Reply, SystemNote, Unknown
from parley.whatsapp.inbound import read_amendment, read_message, read_new_identity, read_status


def a_payload(kind: str, given: Any, **more: Any) -> dict[str, Any]:
    frame = {"from": "447700900101", "id": "wamid.1", "timestamp": "1790000000", "type": kind, kind: given}
    return {"number_id": "100", "contact": None, "message": frame | more}


@pytest.mark.parametrize(
    ("kind", "given", "read"),
    [
        (
            "contacts",
            [{"name": {"formatted_name": "Ada L."}, "phones": [{"phone": "+44 1"}], "org": {"company": "Acme"}}],
            Contacts((Card("Ada L.", ("+44 1",), organisation="Acme"),)),
        ),
        (
            "contacts",
            [{"name": None}, {"origin": "contact_request", "phones": [{"wa_id": "441"}]}],
            Contacts((Card(phones=("441",)),), asked_for=True),
        ),
        (
            "order",
            {"catalog_id": "c", "product_items": [{"product_retailer_id": "S", "quantity": "2", "item_price": "9.5"}]},
            Order("c", (OrderItem("S", 2, "9.50"),)),
        ),
        (
            "interactive",
            {"type": "list_reply", "list_reply": {"id": "r", "title": "T", "description": "D"}},
            Reply("r", "T", "list", "D"),
        ),
        (
            "interactive",
            {"type": "nfm_reply", "nfm_reply": {"name": "flow", "response_json": '{"flow_token":"t","ok":true}'}},
            FormAnswer("flow", (FormField("ok", "Yes"),)),
        ),
        (
            "interactive",
            {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": "{broken"}},
            FormAnswer("flow", (FormField("answer", "{broken"),), "Sent"),
        ),
        ("system", {"type": "customer_changed_number", "body": "B"}, SystemNote("user_changed_number", "B")),
    ],
)
def test_a_kind_is_read_as_what_it_is(kind: str, given: Any, read: Any) -> None:
    assert read_message(a_payload(kind, given)).content == read


def test_what_whatsapp_can_not_pass_on_says_why() -> None:
    errors = [{"code": 131051, "title": "Unknown", "error_data": {"details": "Polls are not supported"}}]
    content = read_message(a_payload("unsupported", {"type": "poll"}, errors=errors)).content
    assert isinstance(content, Unknown)
    assert (content.kind, content.reason) == ("poll", "Polls are not supported")


def test_a_message_of_a_group_stays_unsupported_and_goes_its_own_way() -> None:
    message = read_message(a_payload("text", {"body": "hi"}, group_id="G1"))
    assert isinstance(message.content, Unknown)
    assert message.context.way == "group"


def test_a_person_without_a_number_is_known_by_their_ids_and_shown_by_their_name() -> None:
    payload = a_payload("text", {"body": "hi"}, from_user_id="US.7001", from_parent_user_id="US.ENT.9")
    del payload["message"]["from"]
    payload["contact"] = {"profile": {"name": "Ada", "username": "ada.l"}, "user_id": "US.7001"}
    message = read_message(payload)
    assert (message.wa_id, message.user_id, message.parent_user_id) == ("", "US.7001", "US.ENT.9")
    assert message.username == "ada.l"


@pytest.mark.parametrize(
    ("context", "forwarded"), [({"forwarded": True}, "once"), ({"frequently_forwarded": True}, "often"), ([], "")]
)
def test_how_often_it_was_forwarded_is_kept(context: Any, forwarded: str) -> None:
    assert read_message(a_payload("text", {"body": "hi"}, context=context)).context.forwarded == forwarded


def test_an_edit_stands_under_the_id_of_what_it_changes() -> None:
    edit = {"original_message_id": "wamid.0", "message": {"type": "text", "text": {"body": "new"}}}
    told = read_amendment(a_payload("edit", edit))
    assert told is not None and not told.deleted
    assert (told.message.platform_id, told.message.content.texts()) == ("wamid.0", ("new",))
    gone = read_amendment(a_payload("revoke", {"original_message_id": "wamid.0"}))
    assert gone is not None and gone.deleted


def test_a_new_number_is_told_with_the_old_one_in_both_forms() -> None:
    for name in ("wa_id", "new_wa_id"):
        told = read_new_identity(a_payload("system", {"type": "user_changed_number", name: "447700900199"}))
        assert told is not None
        assert (told.wa_id, told.new_wa_id) == ("447700900101", "447700900199")


@pytest.mark.parametrize(
    ("more", "price"),
    [
        ({"pricing": {"category": "utility", "type": "regular", "pricing_model": "PMP"}}, "regular/utility"),
        ({"pricing": {"category": "marketing", "pricing_model": "CBP"}}, "regular/marketing"),
        ({"conversation": {"id": "c", "origin": {"type": "service"}}}, "regular/service"),
        ({"pricing": [], "conversation": "x"}, ""),
    ],
)
def test_both_ways_of_telling_the_price_are_read(more: Any, price: str) -> None:
    status = {"id": "wamid.1", "status": "sent", "timestamp": "1790000000", "recipient_id": "447700900101"}
    assert read_status({"number_id": "100", "status": status | more}).price == price


def test_a_voice_message_that_was_played_was_read() -> None:
    status = {"id": "wamid.1", "status": "played", "timestamp": 1790000000}
    assert read_status({"number_id": "100", "status": status}).status == "read"
