"""What a message costs, in both models: the worked cases of the price lists."""

from typing import Any

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until

HOUR = 3_600


def price(desk: Desk, hook: Hook, name: str = "", **status: Any) -> dict[str, Any]:
    """The status ``sent`` of a text, or of the template of that name."""
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": name, "language": {"code": "en_US"}, "components": [part]}
    sent = desk.send(type="template", template=template) if name else desk.send()
    return hook.wait_for(sent, status.get("status", "sent"))


def later(desk: Desk, hours: float) -> None:
    desk.emulator.control("/clock", {"advance_seconds": hours * HOUR})


def test_each_delivered_template_costs_since_july_2025(desk: Desk, hook: Hook) -> None:
    desk.template("parcel")
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Hello {{1}}, spring is here."}])
    pricing = price(desk, hook, "offer")["pricing"]
    assert pricing == {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "marketing"}
    desk.write()
    assert price(desk, hook)["pricing"]["type"] == "free_customer_service"
    later(desk, 4)
    assert price(desk, hook, "parcel")["pricing"]["type"] == "free_customer_service"
    assert price(desk, hook, "offer")["pricing"]["type"] == "regular"
    later(desk, 26)
    assert price(desk, hook, "parcel")["pricing"]["type"] == "regular"


def test_all_is_free_for_72_hours_after_the_answer_to_somebody_from_an_ad(desk: Desk, hook: Hook) -> None:
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Hello {{1}}, spring is here."}])
    advert = {"source_url": "https://example.com", "source_type": "ad", "source_id": "1"}
    desk.write(type="text", text={"body": "Hello"}, referral=advert)
    assert price(desk, hook)["pricing"]["type"] == "free_entry_point"
    wamid = desk.send()
    sent, arrived = hook.wait_for(wamid, "sent"), hook.wait_for(wamid, "delivered")
    assert int(sent["conversation"]["expiration_timestamp"]) > int(sent["timestamp"])
    assert "expiration_timestamp" not in arrived["conversation"], "it is told once"
    later(desk, 71)
    status = price(desk, hook, "offer")
    assert status["pricing"]["type"] == "free_entry_point"
    assert status["conversation"]["origin"] == {"type": "referral_conversion"}
    later(desk, 2)
    assert price(desk, hook, "offer")["pricing"]["type"] == "regular"


def test_a_conversation_of_24_hours_costs_once_in_the_older_model(desk: Desk, hook: Hook) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/pricing", {"model": "CBP"})
    desk.template("parcel")
    first = price(desk, hook, "parcel")
    assert first["pricing"] == {"billable": True, "pricing_model": "CBP", "category": "utility"}
    assert first["conversation"]["origin"] == {"type": "utility"}
    ends = int(first["conversation"]["expiration_timestamp"]) - int(first["timestamp"])
    assert abs(ends - 24 * HOUR) < 60
    again = price(desk, hook, "parcel")
    assert again["conversation"]["id"] == first["conversation"]["id"]
    desk.write()
    assert price(desk, hook)["conversation"]["origin"] == {"type": "service"}
    later(desk, 25)
    assert price(desk, hook, "parcel")["conversation"]["id"] != first["conversation"]["id"]
    desk.emulator.control(f"/accounts/{desk.waba_id}/pricing", {"model": None})
    assert price(desk, hook, "parcel")["pricing"]["pricing_model"] == "PMP"


def test_codes_abroad_have_a_price_of_their_own_where_the_business_was_told_so(desk: Desk, hook: Hook) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/codes-abroad", {"countries": ["IN"]})

    def told() -> list[Any]:
        values = [each["value"] for each in list(hook.changes)]
        return [
            each["auth_international_rate_eligibility"] for each in values if each.get("event", "")[:9] == "AUTH_INTL"
        ]

    wait_until(told)
    assert told()[0]["exception_countries"][0]["country_code"] == "IN"
    desk.template("code", category="AUTHENTICATION", components=[{"type": "BODY", "text": "{{1}} is your code."}])
    part = {"type": "body", "parameters": [{"type": "text", "text": "1234"}]}
    template = {"name": "code", "language": {"code": "en_US"}, "components": [part]}
    abroad = f"91{desk.wa_id[:10]}"
    for to, category in ((desk.wa_id, "authentication"), (abroad, "authentication-international")):
        desk.emulator.control("/customers", {"wa_id": to, "name": "Ada"})
        answer = desk.post(to=to, type="template", template=template)[1]
        assert hook.wait_for(answer["messages"][0]["id"], "sent")["pricing"]["category"] == category


def test_what_goes_by_the_call_for_marketing_is_marketing_lite(desk: Desk, hook: Hook) -> None:
    desk.template("offer", category="MARKETING")
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": "offer", "language": {"code": "en_US"}, "components": [part]}
    body = {"messaging_product": "whatsapp", "to": desk.wa_id, "type": "template", "template": template}
    answer = desk.graph("POST", f"/v23.0/{desk.number_id}/marketing_messages", body)[1]
    pricing = hook.wait_for(answer["messages"][0]["id"], "sent")["pricing"]
    assert (pricing["category"], pricing["billable"]) == ("marketing_lite", True)
