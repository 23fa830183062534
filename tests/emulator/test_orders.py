"""Orders that a customer is asked to pay: what they must hold, how they are paid, what the business hears."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, ids, wait_until

COUNT = ids()
BUTTON = {"type": "ORDER_DETAILS", "text": "Review and pay"}
Order = dict[str, Any]


def a_shop(emulator: Emulator) -> Desk:
    """A business whose account has a way to be paid."""
    desk = a_desk(emulator)
    emulator.control(f"/accounts/{desk.waba_id}/payment-configuration", {"name": "shop", "provider": "razorpay"})
    return desk


@pytest.fixture
def desk(emulator: Emulator) -> Desk:
    return a_shop(emulator)


def money(value: int) -> dict[str, int]:
    return {"value": value, "offset": 100}


def an_order(**changed: Any) -> Order:
    """Two loaves at a lower price, with tax and shipping, less a discount: 23.00 in all."""
    return {
        "reference_id": f"order-{next(COUNT)}",
        "type": "physical-goods",
        "currency": "INR",
        "total_amount": money(2300),
        "payment_settings": [
            {"type": "payment_gateway", "payment_gateway": {"type": "razorpay", "configuration_name": "shop"}}
        ],
        "order": {
            "status": "pending",
            "items": [
                {
                    "retailer_id": "b-1",
                    "name": "Bread",
                    "amount": money(1500),
                    "sale_amount": money(1000),
                    "quantity": 2,
                }
            ],
            "subtotal": money(2000),
            "tax": money(200),
            "shipping": {**money(150), "description": "By bicycle"},
            "discount": {**money(50), "discount_program_name": "Regulars"},
        },
        **changed,
    }


def details(order: Order) -> dict[str, Any]:
    action = {"name": "review_and_pay", "parameters": order}
    return {
        "type": "interactive",
        "interactive": {"type": "order_details", "body": {"text": "Your bread"}, "action": action},
    }


def status(reference: str, stands: str, **order: Any) -> dict[str, Any]:
    action = {
        "name": "review_order",
        "parameters": {"reference_id": reference, "order": {"status": stands, **order}},
    }
    return {"type": "interactive", "interactive": {"type": "order_status", "body": {"text": "News"}, "action": action}}


def refused(desk: Desk, body: dict[str, Any]) -> tuple[int, str]:
    answered, answer = desk.post(**body)
    assert answered == 400, answer
    return answer["error"]["code"], answer["error"]["error_data"]["details"]


def pays(desk: Desk, order: Order, outcome: str = "captured") -> tuple[int, Any]:
    body = {"phone_number_id": desk.number_id, "reference_id": order["reference_id"], "outcome": outcome}
    return desk.emulator.call("POST", f"/control/customers/{desk.wa_id}/payments", body)


def payments(hook: Hook, wamid: str) -> list[dict[str, Any]]:
    return [each for each in hook.statuses(wamid) if each.get("type") == "payment"]


def shown(desk: Desk, wamid: str) -> Any:
    path = f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages"
    return next(each for each in desk.emulator.call("GET", path)[1]["items"] if each["id"] == wamid)


def without(*path: str) -> Callable[[Order], None]:
    def change(order: Order) -> None:
        *way, last = path
        for name in way:
            order = order[name]
        del order[last]

    return change


def with_value(value: Any, *path: Any) -> Callable[[Order], None]:
    def change(order: Order) -> None:
        *way, last = path
        for name in way:
            order = order[name]
        order[last] = value

    return change


# (what is wrong, code, what the sentence names)
WRONG: list[tuple[Callable[[Order], None], int, str]] = [
    (without("reference_id"), 131008, "reference_id"),
    (with_value("x" * 36, "reference_id"), 131009, "reference_id"),
    (with_value("no spaces", "reference_id"), 131009, "reference_id"),
    (with_value("services", "type"), 131009, "type"),
    (with_value("USD", "currency"), 131009, "currency"),
    (without("total_amount"), 131008, "total_amount"),
    (with_value(1000, "total_amount", "offset"), 131009, "offset"),
    (with_value(23.0, "total_amount", "value"), 100, "value"),
    (with_value(2301, "total_amount", "value"), 131009, "2300"),
    (with_value(money(1999), "order", "subtotal"), 131009, "2000"),
    (with_value(money(200), "order", "discount"), 131009, "2150"),
    (with_value(money(1500), "order", "items", 0, "sale_amount"), 131009, "sale_amount"),
    (with_value(1.5, "order", "items", 0, "quantity"), 131009, "quantity"),
    (with_value([], "order", "items"), 131009, "items"),
    (without("order", "tax"), 131008, "tax"),
    (with_value("shipped", "order", "status"), 131009, "status"),
    (without("order"), 131008, "order"),
    (without("payment_settings"), 131008, "payment_type"),
    (with_value([{"type": "cash"}], "payment_settings"), 131009, "payment_settings[0].type"),
    (with_value([{"type": "payment_link"}], "payment_settings"), 131008, "payment_link"),
    (with_value("purse", "payment_settings", 0, "payment_gateway", "type"), 131009, "razorpay"),
    (with_value({"timestamp": 1, "description": "Soon"}, "order", "expiration"), 131009, "expiration"),
]


@pytest.mark.parametrize(("wrong", "code", "named"), WRONG)
def test_an_order_that_is_not_in_order_is_refused(
    open_desk: Desk, wrong: Callable[[Order], None], code: int, named: str
) -> None:
    order = copy.deepcopy(an_order())
    wrong(order)
    told, sentence = refused(open_desk, details(order))
    assert (told, named in sentence) == (code, True), sentence


def test_an_order_adds_up_with_and_without_what_may_be_left_out(open_desk: Desk) -> None:
    plain = an_order(total_amount=money(2000))
    plain["order"] |= {"tax": money(0)}
    for name in ("shipping", "discount"):
        del plain["order"][name]
    older = an_order(payment_type="upi", payment_configuration="shop")
    del older["payment_settings"]
    in_brazil = an_order(
        currency="BRL",
        payment_type="br",
        payment_settings=[{"type": "payment_link", "payment_link": {"uri": "https://pay.example/7"}}],
    )
    del in_brazil["order"]
    for order in (an_order(), plain, older, in_brazil):
        assert open_desk.post(**details(order))[0] == 200


def test_a_reference_is_used_once_in_an_account(open_desk: Desk) -> None:
    order = an_order()
    open_desk.send(**details(order))
    assert refused(open_desk, details(order))[0] == 131009
    elsewhere = a_shop(open_desk.emulator)
    elsewhere.write()
    assert elsewhere.post(**details(order))[0] == 200


@pytest.mark.parametrize(("outcome", "transaction"), [("captured", "success"), ("failed", "failed")])
def test_a_payment_is_told_when_it_is_tried_and_when_it_ends(
    open_desk: Desk, hook: Hook, outcome: str, transaction: str
) -> None:
    order = an_order()
    wamid = open_desk.send(**details(order), biz_opaque_callback_data="o-1")
    hook.wait_for(wamid, "delivered")
    assert pays(open_desk, order, outcome)[1]["payment"] == "pending"
    wait_until(lambda: len(payments(hook, wamid)) == 2)
    tried, ended = payments(hook, wamid)
    stands = "captured" if outcome == "captured" else "pending"  # it may be tried again
    assert (tried["status"], ended["status"], ended["recipient_id"]) == ("pending", stands, open_desk.wa_id)
    told = ended["payment"]
    assert (told["reference_id"], told["amount"], told["currency"]) == (order["reference_id"], money(2300), "INR")
    assert (told["transaction"]["status"], told["transaction"]["type"]) == (transaction, "razorpay")
    assert ("error" in told["transaction"]) == (outcome == "failed")
    assert tried["payment"]["transaction"]["id"] == told["transaction"]["id"]


def test_an_order_is_paid_once_and_tried_as_often_as_it_fails(open_desk: Desk, hook: Hook) -> None:
    order = an_order()
    wamid = open_desk.send(**details(order))
    for outcome in ("failed", "captured"):
        assert pays(open_desk, order, outcome)[0] == 200
        _wait_for(hook, wamid, outcome)
    assert pays(open_desk, order)[0] == 400
    assert pays(open_desk, {"reference_id": "of-nobody"})[0] == 404
    assert pays(open_desk, an_order(), "refunded")[0] == 404


def _wait_for(hook: Hook, wamid: str, outcome: str) -> None:
    ended = {"captured": "success"}.get(outcome, outcome)
    wait_until(lambda: ended in [each["payment"]["transaction"]["status"] for each in payments(hook, wamid)])


def test_an_order_goes_on_until_it_ends(open_desk: Desk, hook: Hook) -> None:
    order = an_order()
    reference = order["reference_id"]
    assert refused(open_desk, status(reference, "processing"))[0] == 131009  # it is not there yet
    open_desk.send(**details(order))
    assert refused(open_desk, status(reference, "lost"))[0] == 131009
    wamid = open_desk.send(**status(reference, "partially_shipped", description="The rest tomorrow"))
    hook.wait_for(wamid, "delivered")
    bubble = shown(open_desk, wamid)
    assert (bubble["header"], bubble["text"]) == (f"Order {reference}: partially shipped", "News\nThe rest tomorrow")
    for state in ("shipped", "processing", "partially-shipped"):  # these may follow each other
        hook.wait_for(open_desk.send(**status(reference, state)), "delivered")
    assert _failure(hook, open_desk.send(**status(reference, "pending"))) == 2046
    open_desk.send(**status(reference, "completed"))
    for state in ("canceled", "shipped"):
        assert _failure(hook, open_desk.send(**status(reference, state))) == 2046
    assert pays(open_desk, order)[0] == 400


def _failure(hook: Hook, wamid: str) -> int:
    code: int = hook.wait_for(wamid, "failed")["errors"][0]["code"]
    return code


def test_an_order_that_is_paid_can_not_be_canceled_and_another_can(open_desk: Desk, hook: Hook) -> None:
    paid, open_ = an_order(), an_order()
    wamid = open_desk.send(**details(paid))
    open_desk.send(**details(open_))
    pays(open_desk, paid)
    _wait_for(hook, wamid, "captured")
    assert _failure(hook, open_desk.send(**status(paid["reference_id"], "canceled"))) == 2047
    hook.wait_for(open_desk.send(**status(paid["reference_id"], "shipped")), "delivered")
    open_desk.send(**status(open_["reference_id"], "canceled"))
    assert pays(open_desk, open_)[0] == 400


def test_an_order_is_of_the_customer_it_was_sent_to(open_desk: Desk) -> None:
    order = an_order()
    open_desk.send(**details(order))
    other = f"1559{open_desk.wa_id[4:]}"
    said = {"phone_number_id": open_desk.number_id, "type": "text", "text": {"body": "Hi"}}
    open_desk.emulator.control(f"/customers/{other}/messages", said)
    assert open_desk.post(**status(order["reference_id"], "shipped"), to=other)[0] == 400
    body = {"phone_number_id": open_desk.number_id, "reference_id": order["reference_id"]}
    assert open_desk.emulator.call("POST", f"/control/customers/{other}/payments", body)[0] == 404


def test_the_phone_shows_the_order_until_there_is_nothing_to_pay(open_desk: Desk, hook: Hook) -> None:
    order = an_order()
    wamid = open_desk.send(**details(order))
    hook.wait_for(wamid, "delivered")
    bubble = shown(open_desk, wamid)
    assert bubble["bill"]["items"] == [{"name": "Bread", "quantity": 2, "price": 10.0}]
    assert [(each["name"], each["amount"]) for each in bubble["bill"]["lines"]] == [
        ("Subtotal", 20.0),
        ("Tax", 2.0),
        ("Shipping", 1.5),
        ("Discount", -0.5),
    ]
    assert (bubble["bill"]["total"], bubble["bill"]["payment"]) == (23.0, "")
    assert [each["kind"] for each in bubble["buttons"]] == ["order_details"]
    path = f"/phone/api/customers/{open_desk.wa_id}/chats/{open_desk.number_id}/messages/{wamid}/payment"
    assert open_desk.emulator.call("POST", path, {"outcome": "failed"})[0] == 200
    wait_until(lambda: shown(open_desk, wamid)["bill"]["payment"] == "failed")
    assert shown(open_desk, wamid)["buttons"]
    assert open_desk.emulator.call("POST", path, {})[0] == 200
    wait_until(lambda: shown(open_desk, wamid)["bill"]["payment"] == "captured")
    assert shown(open_desk, wamid)["buttons"] is None
    plain = open_desk.send()
    hook.wait_for(plain, "delivered")
    assert open_desk.emulator.call("POST", path.replace(wamid, plain), {})[0] == 404


def test_a_template_s_button_asks_to_pay(desk: Desk, hook: Hook) -> None:
    components = [{"type": "BODY", "text": "Your bread is ready."}, {"type": "BUTTONS", "buttons": [BUTTON]}]
    desk.template("bread", components=components)

    def sent(order: Order | None) -> dict[str, Any]:
        given = [{"type": "action", "action": {"order_details": order} if order else {}}]
        filled = [{"type": "button", "sub_type": "order_details", "index": 0, "parameters": given}]
        whole = {"name": "bread", "language": {"code": "en_US"}, "components": filled}
        return {"type": "template", "template": whole}

    assert refused(desk, sent(None))[0] == 131008
    assert refused(desk, sent(an_order(total_amount=money(1))))[0] == 131009
    order = an_order()
    wamid = desk.send(**sent(order))
    hook.wait_for(wamid, "delivered")
    bubble = shown(desk, wamid)
    assert (bubble["bill"]["total"], bubble["buttons"][0]["kind"]) == (23.0, "order_details")
    assert refused(desk, sent(order))[0] == 131009
    assert pays(desk, order)[0] == 200
    wait_until(lambda: [each["status"] for each in payments(hook, wamid)] == ["pending", "captured"])


def test_the_time_to_pay_ends(emulator_apart: Any, hook_apart: Hook) -> None:
    desk = a_shop(emulator_apart)
    desk.write()
    order = an_order()
    now = emulator_apart.control("/clock")["now"]
    order["order"]["expiration"] = {"timestamp": str(int(now) + 600), "description": "Until tonight"}
    desk.send(**details(order))
    emulator_apart.control("/clock", {"advance_seconds": 700})
    assert pays(desk, order)[0] == 400


def test_the_parameters_of_an_order_may_be_written_as_text(open_desk: Desk, hook: Hook) -> None:
    order = an_order()
    asked = details(order)
    asked["interactive"]["action"]["parameters"] = json.dumps(order)
    hook.wait_for(open_desk.send(**asked), "delivered")
    assert pays(open_desk, order)[0] == 200
    asked["interactive"]["action"]["parameters"] = "nonsense"
    assert refused(open_desk, asked)[0] == 100


def looked_up(desk: Desk, order: Order, configuration: str = "shop") -> tuple[int, Any]:
    return desk.graph("GET", f"/v23.0/{desk.number_id}/payments/{configuration}/{order['reference_id']}")


def test_a_payment_is_looked_up_by_its_configuration_and_reference(open_desk: Desk, hook: Hook) -> None:
    order = an_order()
    gateway = order["payment_settings"][0]["payment_gateway"]
    gateway["razorpay"] = {"receipt": "r-7", "notes": {"shelf": "4"}}
    wamid = open_desk.send(**details(order))
    named = {"reference_id": order["reference_id"], "amount": money(2300), "currency": "INR"}
    extras = {"receipt": "r-7", "notes": {"shelf": "4"}}
    assert looked_up(open_desk, order) == (200, {"payments": [{**named, "status": "pending", **extras}]})
    for outcome, stands in (("failed", "pending"), ("captured", "captured")):
        pays(open_desk, order, outcome)
        _wait_for(hook, wamid, outcome)
        shown_ = looked_up(open_desk, order)[1]["payments"][0]
        assert shown_["status"] == stands
    failed, paid = shown_["transactions"]
    assert (failed["status"], failed["error"]["code"]) == ("failed", "payment_declined")
    assert (paid["status"], paid["type"], paid["method"], paid["order_amount"]) == (
        "success",
        "razorpay",
        {"type": "upi"},
        money(2300),
    )
    assert payments(hook, wamid)[-1]["payment"]["receipt"] == "r-7"
    for wrong in (looked_up(open_desk, order, "bakery"), looked_up(open_desk, an_order())):
        assert wrong[1]["error"]["code"] == 131009
    assert open_desk.graph("GET", f"/v23.0/{open_desk.number_id}/payments/shop")[1]["error"]["error_subcode"] == 33


def refunds(desk: Desk, order: Order, value: Any, **changed: Any) -> tuple[int, Any]:
    asked = {"reference_id": order["reference_id"], "speed": "instant", "payment_config_id": "shop"}
    amount = {"currency": "INR", "value": value, "offset": "100"}
    return desk.graph("POST", f"/v23.0/{desk.number_id}/payments_refund", {**asked, "amount": amount, **changed})


def test_what_was_paid_goes_back_in_parts_and_not_more_than_it(open_desk: Desk, hook: Hook) -> None:
    order = an_order()
    wamid = open_desk.send(**details(order))
    assert refunds(open_desk, order, "100")[1]["error"]["code"] == 131009  # nobody has paid
    pays(open_desk, order)
    _wait_for(hook, wamid, "captured")
    status_, made = refunds(open_desk, order, "2000")
    assert (status_, made["status"], made["speed_processed"]) == (200, "pending", "instant")
    wait_until(lambda: "refunds" in payments(hook, wamid)[-1]["payment"])
    told = payments(hook, wamid)[-1]
    assert (told["status"], told["payment"]["transaction"]["status"]) == ("captured", "success")
    (back,) = told["payment"]["refunds"]
    assert (back["id"], back["status"], back["amount"]) == (made["id"], "success", money(2000))
    (paid,) = looked_up(open_desk, order)[1]["payments"][0]["transactions"]
    assert paid["refunds"] == [back]
    assert shown(open_desk, wamid)["bill"]["refunds"] == [{"amount": 20.0, "status": "success"}], "on the phone, too"
    assert refunds(open_desk, order, "301")[1]["error"]["code"] == 131009
    assert refunds(open_desk, order, 300, speed=None)[1]["speed_processed"] == "normal"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"reference_id": None}, 131008),
        ({"payment_config_id": "bakery"}, 131009),
        ({"speed": "slow"}, 131009),
        ({"amount": None}, 131008),
        ({"amount": {"currency": "INR", "value": "x", "offset": "100"}}, 100),
        ({"amount": {"currency": "USD", "value": "1", "offset": "100"}}, 131009),
        ({"amount": {"currency": "INR", "value": "1", "offset": "10"}}, 131009),
        ({"amount": {"currency": "INR", "value": "0", "offset": "100"}}, 131009),
    ],
)
def test_a_refund_that_is_not_in_order_is_refused(
    open_desk: Desk, hook: Hook, changed: dict[str, Any], code: int
) -> None:
    order = an_order()
    wamid = open_desk.send(**details(order))
    pays(open_desk, order)
    _wait_for(hook, wamid, "captured")
    assert refunds(open_desk, order, "1", **changed)[1]["error"]["code"] == code


BODY = [
    {"type": "BODY", "text": "There is news of what you ordered, look at it."},
    {"type": "FOOTER", "text": "Northbank"},
]


def test_a_template_of_order_status_is_handed_in_reviewed_and_shown_with_what_it_is_for(desk: Desk) -> None:
    path = f"/v23.0/{desk.waba_id}/message_templates"
    whole = {"name": "order_news", "language": "en", "category": "UTILITY", "sub_category": "ORDER_STATUS"}
    made = desk.graph("POST", path, {**whole, "components": BODY})[1]["id"]
    wait_until(lambda: desk.graph("GET", f"/v23.0/{made}?fields=status")[1]["status"] == "APPROVED")
    assert desk.graph("GET", f"/v23.0/{made}?fields=sub_category,category")[1] == {
        "sub_category": "ORDER_STATUS",
        "category": "UTILITY",
        "id": made,
    }
    header = [*BODY, {"type": "HEADER", "format": "TEXT", "text": "News"}]
    for wrong in ({"category": "MARKETING"}, {"components": header}, {"sub_category": "ORDER_NEWS"}):
        refused_ = desk.graph("POST", path, {**whole, "name": "other", "components": BODY, **wrong})
        assert refused_[1]["error"]["code"] == 100
    assert desk.graph("POST", f"/v23.0/{made}", {"components": header})[1]["error"]["code"] == 100


def test_a_template_tells_how_an_order_goes_on_without_an_open_window(desk: Desk, hook: Hook) -> None:
    desk.template("order_news", language="en", components=BODY, fields={"sub_category": "ORDER_STATUS"})
    desk.template("plain", language="en", components=BODY)
    desk.template("bread", components=[BODY[0], {"type": "BUTTONS", "buttons": [BUTTON]}])
    order = an_order()
    action = {"type": "action", "action": {"order_details": order}}
    asks = {"type": "button", "sub_type": "order_details", "index": 0, "parameters": [action]}
    desk.send(type="template", template={"name": "bread", "language": {"code": "en_US"}, "components": [asks]})

    def told(state: str | None, name: str = "order_news", **changed: Any) -> dict[str, Any]:
        news = {
            "reference_id": order["reference_id"],
            "order": {"status": state, "description": "By bicycle"},
            **changed,
        }
        parameters = [{"type": "order_status", "order_status": news | changed}]
        components = [{"type": "order_status", "parameters": parameters}] if state else []
        template = {"name": name, "language": {"code": "en"}, "components": components}
        return {"type": "template", "template": template}

    assert refused(desk, told(None))[0] == 131008
    assert refused(desk, told("shipped", "plain"))[0] == 132012
    assert refused(desk, told("lost"))[0] == 131009
    assert refused(desk, told("shipped", reference_id="of-nobody"))[0] == 131009
    wamid = desk.send(**told("shipped"))
    sent = hook.wait_for(wamid, "delivered")
    assert (sent["pricing"]["category"], sent["pricing"]["type"]) == ("utility", "regular")
    bubble = shown(desk, wamid)
    assert bubble["header"] == f"Order {order['reference_id']}: shipped"
    assert bubble["text"].endswith("look at it.\nBy bicycle")
    desk.send(**told("canceled"))
    assert _failure(hook, desk.send(**told("shipped"))) == 2046
    assert pays(desk, order)[0] == 400
