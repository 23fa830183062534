"""What a business sells: catalogues and items by the Graph API, messages that name them, and what a phone shows."""

from typing import Any

from parley_emulator.ids import business_id
from tests.emulator.conftest import Desk
from tests.emulator.running import Emulator, Hook, wait_until

TEA = {"retailer_id": "tea-1", "name": "Green tea", "price": 350, "currency": "eur", "description": "Fifty grams"}
CUP = {"retailer_id": "cup-1", "name": "Cup", "price": "1250", "currency": "EUR", "image_url": "https://shop.example/c"}


def code_of(answer: tuple[int, Any]) -> int:
    return int(answer[1].get("error", {}).get("code", 0))


def a_catalogue(desk: Desk) -> str:
    """The portfolio's own, with tea and a cup in it."""
    made = desk.graph("POST", f"/v23.0/{business_id(desk.waba_id)}/owned_product_catalogs", {"name": "Shop"})[1]
    for item in (TEA, CUP):
        assert desk.graph("POST", f"/v23.0/{made['id']}/products", item)[0] == 200
    return str(made["id"])


def connected(desk: Desk) -> str:
    catalog = a_catalogue(desk)
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}/product_catalogs", {"catalog_id": catalog})[0] == 200
    return catalog


def in_batch(desk: Desk, catalog: str, *requests: Any, **more: Any) -> dict[str, Any]:
    body = {"item_type": "PRODUCT_ITEM", "requests": [{"method": how, "data": data} for how, data in requests], **more}
    status, answer = desk.graph("POST", f"/v23.0/{catalog}/items_batch", body)
    assert status == 200, answer
    return dict(answer)


def phone(desk: Desk) -> list[dict[str, Any]]:
    path = f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages"
    items: list[dict[str, Any]] = desk.emulator.call("GET", path)[1]["items"]
    return items


def of_list(catalog: str, *items: str) -> dict[str, Any]:
    named = [{"product_retailer_id": each} for each in items]
    return {
        "type": "product_list",
        "header": {"type": "text", "text": "Ours"},
        "body": {"text": "Have a look"},
        "action": {"catalog_id": catalog, "sections": [{"title": "All", "product_items": named}]},
    }


def test_items_are_made_read_changed_and_taken_away(desk: Desk) -> None:
    catalog = a_catalogue(desk)
    path = f"/v23.0/{catalog}"
    listed = desk.graph("GET", f"{path}/products?fields=retailer_id,price,availability&limit=1")[1]
    assert [(each["retailer_id"], each["price"]) for each in listed["data"]] == [("tea-1", "3.50 EUR")]
    assert listed["paging"]["next"] and listed["data"][0]["availability"] == "in stock"
    item = f"/v23.0/{listed['data'][0]['id']}"
    assert desk.graph("POST", item, {"price": 400, "availability": "OUT OF STOCK"})[1] == {"success": True}
    shown = desk.graph("GET", f"{item}?fields=name,price,availability,product_catalog")[1]
    assert (shown["name"], shown["price"], shown["availability"]) == ("Green tea", "4.00 EUR", "out of stock")
    assert code_of(desk.graph("POST", f"{path}/products", CUP)) == 10800
    assert code_of(desk.graph("POST", item, {"retailer_id": "cup-1"})) == 10800
    for wrong in ({"price": "3.50"}, {"currency": "euro"}, {"availability": "perhaps"}, {"name": None}):
        assert code_of(desk.graph("POST", f"{path}/products", {**TEA, "retailer_id": "new", **wrong})) == 100, wrong
    assert desk.graph("DELETE", item)[1] == {"success": True} and code_of(desk.graph("GET", item)) == 100
    assert desk.graph("GET", f"{path}?fields=product_count")[1]["product_count"] == 1


def test_an_account_shows_one_catalogue_of_its_portfolio(desk: Desk, emulator: Emulator) -> None:
    path = f"/v23.0/{desk.waba_id}/product_catalogs"
    assert desk.graph("GET", path)[1] == {"data": []}
    catalog = connected(desk)
    assert desk.graph("GET", path)[1]["data"] == [{"id": catalog, "name": "Shop"}]
    second = a_catalogue(desk)
    assert code_of(desk.graph("POST", path, {"catalog_id": second})) == 100, "it shows one already"
    assert code_of(desk.graph("DELETE", f"{path}?catalog_id={second}")) == 100
    assert desk.graph("DELETE", f"{path}?catalog_id={catalog}")[1] == {"success": True}
    assert desk.graph("POST", path, {"catalog_id": second})[1] == {"success": True}
    assert desk.graph("DELETE", f"/v23.0/{second}")[1] == {"success": True}
    assert desk.graph("GET", path)[1] == {"data": []}, "a catalogue that is gone is shown nowhere"


def test_what_is_in_no_catalogue_is_not_offered(open_desk: Desk) -> None:
    catalog = connected(open_desk)
    assert code_of(open_desk.post(type="interactive", interactive=of_list("123", "tea-1"))) == 131009
    assert code_of(open_desk.post(type="interactive", interactive=of_list(catalog, "spoon"))) == 131009
    one = {"type": "product", "action": {"catalog_id": catalog, "product_retailer_id": "spoon"}}
    assert code_of(open_desk.post(type="interactive", interactive=one)) == 131009
    open_desk.send(type="interactive", interactive=of_list(catalog, "spoon", "tea-1"))
    wait_until(lambda: len(phone(open_desk)) == 2)
    shop = phone(open_desk)[-1]["shop"]
    assert [(each["product"], each["price"], each["currency"]) for each in shop["items"]] == [("tea-1", 3.5, "EUR")]


def test_the_whole_catalogue_is_behind_its_message_and_its_icon(open_desk: Desk) -> None:
    catalog = connected(open_desk)
    whole = {"type": "catalog_message", "body": {"text": "All of it"}, "action": {"name": "catalog_message"}}
    open_desk.send(type="interactive", interactive=whole)
    wait_until(lambda: len(phone(open_desk)) == 2)
    shop = phone(open_desk)[-1]["shop"]
    assert (shop["catalog_id"], shop["products"], shop["cart"]) == (catalog, ["tea-1", "cup-1"], True)
    settings = f"/v23.0/{open_desk.number_id}/whatsapp_commerce_settings"
    open_desk.graph("POST", f"{settings}?is_catalog_visible=true&is_cart_enabled=false")
    state = open_desk.emulator.call("GET", "/phone/api/state")[1]["businesses"]
    own = next(each for each in state if each["phone_number_id"] == open_desk.number_id)
    assert (len(own["shop"]["items"]), own["shop"]["cart"]) == (2, False)


def test_a_question_about_an_item_names_it(open_desk: Desk, hook: Hook) -> None:
    catalog = connected(open_desk)
    asked = {"catalog_id": catalog, "product_retailer_id": "tea-1"}
    question: dict[str, Any] = {
        "type": "text",
        "text": {"body": "Is it organic?"},
        "context": {"referred_product": asked},
    }
    told = hook.wait_for_message(open_desk.wa_id, open_desk.write(**question))
    assert told["context"] == {"from": open_desk.digits, "referred_product": asked}


def test_a_question_is_asked_on_the_phone_and_stays_with_the_item(open_desk: Desk, hook: Hook) -> None:
    catalog = connected(open_desk)
    path = f"/phone/api/customers/{open_desk.wa_id}/chats/{open_desk.number_id}/messages"
    asked = {"catalog_id": catalog, "product_retailer_id": "tea-1"}
    draft = {"type": "text", "text": "Is it organic?", "product": {**asked, "name": "Green tea"}}
    status, sent = open_desk.emulator.call("POST", path, draft)
    assert (status, sent["about"]) == (200, {"product": "tea-1", "name": "Green tea"})
    told = hook.wait_for_message(open_desk.wa_id, sent["id"])
    assert told["context"] == {"from": open_desk.digits, "referred_product": asked}
    assert phone(open_desk)[-1]["about"]["name"] == "Green tea"
    assert open_desk.emulator.call("POST", path, {**draft, "product": {"catalog_id": catalog}})[0] == 400


def test_a_tester_tells_it_all_in_one_call(desk: Desk, emulator: Emulator) -> None:
    made = emulator.control(f"/accounts/{desk.waba_id}/catalogue", {"items": [TEA, CUP]})
    assert len(made["items"]) == 2
    assert desk.graph("GET", f"/v23.0/{desk.waba_id}/product_catalogs")[1]["data"][0]["id"] == made["catalog_id"]
    emulator.control(f"/accounts/{desk.waba_id}/catalogue", {"items": []})
    assert desk.graph("GET", f"/v23.0/{desk.waba_id}/product_catalogs")[1] == {"data": []}


MUG = {"id": "mug-1", "title": "Mug", "price": "9.99 EUR", "image": [{"url": "https://shop.example/m"}], "size": "L"}


def test_many_items_are_made_changed_and_taken_away_at_once(desk: Desk) -> None:
    catalog = a_catalogue(desk)
    changed = {"id": "tea-1", "price": "4.00 EUR", "availability": "out of stock", "title": None}
    answer = in_batch(desk, catalog, ("CREATE", MUG), ("UPDATE", changed), ("DELETE", {"id": "cup-1"}))
    assert (len(answer["handles"]), answer["validation_status"]) == (1, [])
    listed = desk.graph("GET", f"/v23.0/{catalog}/products?fields=retailer_id,name,price,image_url,availability")[1]
    items = {each.pop("retailer_id"): each for each in listed["data"]}
    assert {name: (each["name"], each["price"]) for name, each in items.items()} == {
        "tea-1": ("Green tea", "4.00 EUR"),
        "mug-1": ("Mug", "9.99 EUR"),
    }
    assert (items["mug-1"]["image_url"], items["tea-1"]["availability"]) == ("https://shop.example/m", "out of stock")
    wait_until(lambda: stands(desk, catalog, answer)["status"] == "finished")


def stands(desk: Desk, catalog: str, answer: dict[str, Any]) -> dict[str, Any]:
    asked = f"handle={answer['handles'][0]}&load_ids_of_invalid_requests=true"
    (found,) = desk.graph("GET", f"/v23.0/{catalog}/check_batch_request_status?{asked}")[1]["data"]
    return dict(found)


def test_what_of_a_batch_can_not_be_done_is_told_and_the_rest_is_done(desk: Desk) -> None:
    catalog = a_catalogue(desk)
    wrong = [
        ("CREATE", {**MUG, "id": "a", "price": "9.99"}),
        ("FETCH", {"id": "b"}),
        ("UPDATE", {"title": "No number"}),
    ]
    undone = [("DELETE", {"id": "gone"}), ("UPDATE", {"id": "new", "title": "No price"})]
    answer = in_batch(desk, catalog, *wrong, *undone, ("UPDATE", MUG))
    told = {each["retailer_id"]: each["errors"][0]["message"] for each in answer["validation_status"]}
    assert set(told) == {"a", "b", ""} and "9.99 EUR" in told["a"]
    wait_until(lambda: stands(desk, catalog, answer)["status"] == "finished")
    status = stands(desk, catalog, answer)
    assert (status["errors_total_count"], status["ids_of_invalid_requests"]) == (2, ["gone", "new"])
    assert "price, currency" in status["errors"][1]["message"]
    assert len(desk.graph("GET", f"/v23.0/{catalog}/products")[1]["data"]) == 3, "what may be made anew was"


def test_without_allow_upsert_a_batch_changes_only_what_there_is(desk: Desk) -> None:
    catalog = a_catalogue(desk)
    answer = in_batch(desk, catalog, ("UPDATE", MUG), allow_upsert=False)
    wait_until(lambda: stands(desk, catalog, answer)["errors_total_count"] == 1)
    assert len(desk.graph("GET", f"/v23.0/{catalog}/products")[1]["data"]) == 2


def test_a_batch_that_is_none_is_refused(desk: Desk) -> None:
    catalog = a_catalogue(desk)
    path = f"/v23.0/{catalog}/items_batch"
    assert in_batch(desk, catalog, ("FETCH", MUG))["handles"] == []
    for wrong in (
        {"item_type": "FLIGHT", "requests": [{}]},
        {"item_type": "PRODUCT_ITEM", "requests": []},
        {"item_type": "PRODUCT_ITEM", "requests": [{}] * 5_001},
        {"item_type": "PRODUCT_ITEM", "requests": "all"},
    ):
        assert code_of(desk.graph("POST", path, wrong)) == 100
    assert code_of(desk.graph("GET", f"/v23.0/{catalog}/check_batch_request_status?handle=x")) == 100
