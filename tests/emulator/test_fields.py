"""``fields``: a name that a kind of node does not have is refused, wherever it is asked for."""

import pytest

from parley_emulator.graph.edges import EDGES
from tests.emulator.conftest import Desk
from tests.emulator.test_graph import PNG, upload

APP = "100000000000001"
# Answers that are no nodes: figures that are counted, a file, a token, the texts of the library, what was just made up.
NO_NODES = {
    *(("account", edge) for edge in ("template_analytics", "group_analytics", "template_group_analytics")),
    *(
        ("account", "message_template_previews"),
        ("account", "payment_configurations"),
        ("template", "compare"),
        ("flow", "assets"),
        ("business", "extendedcredits"),
    ),
    *(("app", "subscriptions"), ("solution", "access_token"), ("group", "join_requests"), ("number", "groups")),
    *(("root", edge) for edge in ("debug_token", "oauth/access_token", "message_template_library")),
    *(("number", edge) for edge in ("settings", "username", "username_suggestions", "call_permissions")),
    ("number", "whatsapp_business_encryption"),
    ("number", "payments"),
}


def nodes(desk: Desk) -> dict[str, str]:
    """Of each kind the path of one, and of lists that are empty."""
    number, account = f"/v23.0/{desk.number_id}", f"/v23.0/{desk.waba_id}"
    media = upload(desk, PNG, "image/png")[1]["id"]
    desk.template()
    template = desk.graph("GET", f"{account}/message_templates?fields=id")[1]["data"][0]["id"]
    flow = desk.graph("POST", f"{account}/flows", {"name": "Visit", "categories": ["SURVEY"]})[1]["id"]
    return {
        number: "WhatsAppBusinessPhoneNumber",
        f"{account}/phone_numbers": "WhatsAppBusinessPhoneNumber",
        account: "WhatsAppBusinessAccount",
        f"/v23.0/{media}": "WhatsAppBusinessMedia",
        f"/v23.0/{template}": "MessageTemplate",
        f"/v23.0/{flow}": "Flow",
        f"/v23.0/{APP}": "Application",
        "/v23.0/me": "SystemUser",
        f"{number}/message_qrdls": "WhatsAppMessageQRCode",
        f"{number}/whatsapp_business_profile": "WhatsAppBusinessProfile",
        f"{number}/whatsapp_commerce_settings": "WhatsAppBusinessCommerceSettings",
        f"{account}/schedules": "WhatsAppBusinessSchedule",
        f"{account}/solutions": "WhatsAppBusinessSolution",
    }


def test_a_field_that_does_not_exist_is_refused_on_every_kind_of_node(desk: Desk) -> None:
    for path, kind in nodes(desk).items():
        status, answer = desk.graph("GET", f"{path}?fields=id,nonsense")
        told = f"(#100) Tried accessing nonexisting field (nonsense) on node type ({kind})"
        assert (status, answer["error"]["message"], answer["error"]["code"]) == (400, told, 100), path
        assert desk.graph("GET", f"{path}?fields=id")[0] == 200, path


def test_an_answer_that_is_a_node_says_which_fields_it_has() -> None:
    silent = {name for name, module in EDGES.items() if hasattr(module, "get") and not hasattr(module, "SHAPE")}
    assert silent == NO_NODES


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (
            "number",
            "verified_name,status,quality_rating,quality_score,name_status,new_display_name,new_name_status,"
            "code_verification_status,account_mode,platform_type,throughput,whatsapp_business_manager_messaging_limit,"
            "messaging_limit_tier,is_official_business_account,is_pin_enabled,is_on_biz_app,is_preverified_number,"
            "search_visibility,last_onboarded_time,country_code,country_dial_code,certificate,health_status,"
            "conversational_automation,webhook_configuration,username",
        ),
        (
            "account",
            "name,currency,country,timezone_id,status,account_review_status,business_verification_status,"
            "message_template_namespace,ownership_type,owner_business_info,on_behalf_of_business_info,health_status,"
            "primary_business_location,is_enabled_for_insights,marketing_messages_lite_api_status,"
            "marketing_messages_onboarding_status,disable_marketing_messages_on_cloud_api",
        ),
    ],
)
def test_every_documented_field_may_be_asked_for(desk: Desk, path: str, names: str) -> None:
    node = {"number": desk.number_id, "account": desk.waba_id}[path]
    assert desk.graph("GET", f"/v23.0/{node}?fields={names}")[0] == 200


def test_a_file_shows_the_fields_asked_for(desk: Desk) -> None:
    media = upload(desk, PNG, "image/png")[1]["id"]
    shown = desk.graph("GET", f"/v23.0/{media}?fields=mime_type")[1]
    assert shown == {"mime_type": "image/png", "id": media}
