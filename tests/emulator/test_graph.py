"""The calls around sending: tokens, unknown things, files, templates, numbers, profile, blocking."""

import http.client
import json
import uuid
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


def upload(desk: Desk, content: bytes, mime_type: str, **fields: str) -> tuple[int, Any]:
    mark = uuid.uuid4().hex
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in {"messaging_product": "whatsapp", **fields}.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n'
    head += f"Content-Type: {mime_type}\r\n\r\n"
    body = "".join(parts).encode() + head.encode() + content + f"\r\n--{mark}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
    return desk.emulator.call("POST", f"/v23.0/{desk.number_id}/media", body, desk.token, headers)


@pytest.mark.parametrize("version", ["/v20.0", "/v26.0", ""])
def test_any_version_in_service_or_none(open_desk: Desk, version: str) -> None:
    body = {"messaging_product": "whatsapp", "to": open_desk.wa_id, "text": {"body": "Hi"}}
    assert open_desk.graph("POST", f"{version}/{open_desk.number_id}/messages/", body)[0] == 200


@pytest.mark.parametrize(
    ("version", "served"), [("/v25.0", "v25.0"), ("/v16.0", "v20.0"), ("/v2.12", "v20.0"), ("", "v26.0")]
)
def test_a_version_out_of_service_is_answered_by_the_oldest(desk: Desk, version: str, served: str) -> None:
    desk.template("parcel_a")
    desk.template("parcel_b")
    connection = http.client.HTTPConnection("127.0.0.1", desk.emulator.port, timeout=10)
    path = f"{version}/{desk.waba_id}/message_templates?limit=1&access_token={desk.token}"
    connection.request("GET", path)
    answer = connection.getresponse()
    assert (answer.status, answer.headers["facebook-api-version"]) == (200, served)
    following = json.loads(answer.read())["paging"]["next"]
    connection.close()
    assert f"/{served if version else desk.waba_id}/" in following


@pytest.mark.parametrize("version", ["/v99.0", "/v23.5", "/v0.0"])
def test_other_versions_are_unknown(open_desk: Desk, version: str) -> None:
    assert open_desk.graph("GET", f"{version}/{open_desk.number_id}")[1]["error"]["code"] == 2500


def test_a_wrong_token_is_190_none_is_104_and_an_expired_one_0(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}"
    call = desk.emulator.call
    assert [(s, a["error"]["code"]) for s, a in [call("GET", path, token="wrong"), call("GET", path)]] == [
        (401, 190),
        (401, 104),
    ]
    assert call("GET", f"{path}?access_token={desk.token}")[0] == 200
    desk.set_number(token_expired=True)
    status, answer = call("GET", path, token=desk.token)
    assert (status, answer["error"]["code"]) == (401, 0)


def test_what_is_not_there_and_what_is_somebody_elses_look_alike(emulator: Emulator, desk: Desk) -> None:
    other = a_desk(emulator)
    for node in ("123", other.number_id, other.waba_id):
        status, answer = desk.graph("GET", f"/v23.0/{node}")
        error = answer["error"]
        assert (status, error["code"], error["error_subcode"], error["type"]) == (400, 100, 33, "GraphMethodException")
    error = desk.graph("POST", f"/v23.0/{desk.number_id}/nonsense", {})[1]["error"]
    assert error["error_subcode"] == 33
    assert error["message"].startswith(f"Unsupported post request. Object with ID '{desk.number_id}' does not exist")


def test_a_form_and_a_query_are_as_good_as_json(open_desk: Desk) -> None:
    form = f"messaging_product=whatsapp&to={open_desk.wa_id}&type=text&text={json.dumps({'body': 'Hi'})}".encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    path = f"/v23.0/{open_desk.number_id}/messages"
    assert open_desk.emulator.call("POST", path, form, open_desk.token, headers)[0] == 200
    query = f"{path}?messaging_product=whatsapp&to={open_desk.wa_id}"
    assert open_desk.graph("POST", query, {"text": {"body": "Hi"}})[0] == 200
    assert open_desk.emulator.call("POST", path, b"{not json", open_desk.token)[1]["error"]["code"] == 100


def test_a_file_is_uploaded_sent_fetched_with_the_token_and_deleted(open_desk: Desk, hook: Hook) -> None:
    status, answer = upload(open_desk, PNG, "image/png")
    assert status == 200
    media_id = answer["id"]
    described = open_desk.graph("GET", f"/v23.0/{media_id}")[1]
    assert (described["mime_type"], described["file_size"], described["id"]) == ("image/png", len(PNG), media_id)
    address = described["url"].removeprefix(f"http://127.0.0.1:{open_desk.emulator.port}")
    assert open_desk.graph("GET", address) == (200, PNG)
    assert open_desk.emulator.call("GET", address)[0] == 401
    sent = open_desk.send(type="image", image={"id": media_id, "caption": "Look"})
    hook.wait_for(sent, "delivered")
    open_desk.emulator.control("/clock", {"advance_seconds": 301})
    assert open_desk.graph("GET", address)[0] == 404
    open_desk.emulator.control("/clock", {"reset": True})
    assert open_desk.graph("DELETE", f"/v23.0/{media_id}") == (200, {"success": True})
    assert open_desk.graph("GET", f"/v23.0/{media_id}")[1]["error"]["error_subcode"] == 33


def test_a_file_of_another_kind_is_refused_at_once_or_fails_later(open_desk: Desk, hook: Hook) -> None:
    refused = upload(open_desk, b"MZ", "application/x-msdownload", type="application/pdf")[1]["error"]
    assert (refused["code"], refused["type"], "error_data" in refused) == (100, "OAuthException", False)
    assert refused["message"].startswith("(#100) Param file must be a file with one of the following types: audio/aac")
    assert refused["message"].endswith("video/3gpp. Received file of type 'application/x-msdownload'.")
    for other in ("text/csv", "application/octet-stream", "image/gif"):
        assert upload(open_desk, b"a;b", other)[1]["error"]["code"] == 100
    assert upload(open_desk, b"0" * (6 << 20), "image/png")[1]["error"]["code"] == 131053
    pdf = upload(open_desk, b"%PDF-1.7", "", type="application/pdf")[1]["id"]
    failed = hook.wait_for(open_desk.send(type="image", image={"id": pdf}), "failed")
    assert failed["errors"][0]["code"] == 131053
    hook.wait_for(open_desk.send(type="document", document={"id": pdf, "filename": "a.pdf"}), "delivered")


def test_a_link_that_answers_nothing_fails_later(open_desk: Desk, hook: Hook) -> None:
    failed = hook.wait_for(open_desk.send(type="image", image={"link": "http://127.0.0.1:9/x.png"}), "failed")
    assert failed["errors"][0]["code"] == 131053


def test_templates_are_listed_in_pages_and_filtered(desk: Desk) -> None:
    for index in range(5):
        desk.template(f"parcel_{index}", category="MARKETING" if index == 4 else "UTILITY")
    path = f"/v23.0/{desk.waba_id}/message_templates"
    first = desk.graph("GET", f"{path}?limit=2")[1]
    assert [each["name"] for each in first["data"]] == ["parcel_0", "parcel_1"]
    assert set(first["data"][0]) == {"name", "parameter_format", "components", "language", "status", "category", "id"}
    rest = desk.graph("GET", f"{path}?limit=10&after={first['paging']['cursors']['after']}")[1]
    assert len(rest["data"]) == 3 and "next" not in rest["paging"] and "next" in first["paging"]
    assert [each["name"] for each in desk.graph("GET", f"{path}?category=marketing")[1]["data"]] == ["parcel_4"]
    assert desk.graph("GET", f"{path}?name=parcel_3&fields=name")[1]["data"][0]["name"] == "parcel_3"
    assert desk.graph("GET", f"{path}?after=broken!")[1]["error"]["code"] == 131059


def test_a_template_handed_in_is_approved_after_a_while_and_the_business_is_told(desk: Desk, hook: Hook) -> None:
    path = f"/v23.0/{desk.waba_id}/message_templates"
    body = {
        "name": "fresh",
        "language": "en_US",
        "category": "UTILITY",
        "components": [{"type": "BODY", "text": "Hi."}],
    }
    status, answer = desk.graph("POST", path, body)
    assert (status, answer["status"], answer["category"]) == (200, "PENDING", "UTILITY")
    assert desk.graph("POST", path, body)[1]["error"]["error_subcode"] == 2388024

    def told() -> list[dict[str, Any]]:
        return [c["value"] for c in hook.changes if c["value"].get("message_template_id") == int(answer["id"])]

    wait_until(told)
    assert told()[0]["event"] == "APPROVED"
    assert desk.graph("GET", f"/v23.0/{answer['id']}?fields=status")[1] == {"status": "APPROVED", "id": answer["id"]}
    assert desk.graph("DELETE", f"{path}?name=fresh") == (200, {"success": True})


@pytest.mark.parametrize("text", ["{{1}} at the start.", "At the end {{1}}", "A gap {{1}} and {{3}}.", "x" * 1025, ""])
def test_a_template_that_breaks_the_rules_is_not_taken(desk: Desk, text: str) -> None:
    body = {"name": "bad", "language": "en_US", "category": "UTILITY", "components": [{"type": "BODY", "text": text}]}
    status, answer = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", body)
    assert (status, answer["error"]["code"]) == (400, 100)


def test_numbers_are_listed_and_show_the_fields_asked_for(desk: Desk) -> None:
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/phone_numbers")[1]["data"]
    assert [each["id"] for each in listed] == [desk.number_id]
    fields = desk.graph("GET", f"/v23.0/{desk.number_id}?fields=throughput{{level}},quality_rating")[1]
    assert fields == {"throughput": {"level": "STANDARD"}, "quality_rating": "GREEN", "id": desk.number_id}


def test_the_profile_keeps_what_is_written(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/whatsapp_business_profile"
    assert desk.graph("POST", path, {"messaging_product": "whatsapp", "about": "A bank"})[1] == {"success": True}
    assert desk.graph("GET", f"{path}?fields=about")[1] == {
        "data": [{"about": "A bank", "messaging_product": "whatsapp"}]
    }
    assert desk.graph("POST", path, {"messaging_product": "whatsapp", "about": "x" * 140})[1]["error"]["code"] == 131009


def test_only_someone_who_wrote_lately_can_be_blocked_and_then_nothing_goes_either_way(desk: Desk, hook: Hook) -> None:
    path = f"/v23.0/{desk.number_id}/block_users"
    body = {"messaging_product": "whatsapp", "block_users": [{"user": f"+{desk.wa_id}"}]}
    status, answer = desk.graph("POST", path, body)
    assert (status, answer["error"]["code"]) == (400, 139100) and answer["block_users"]["failed_users"]
    desk.write()
    assert desk.graph("POST", path, body)[1]["block_users"]["added_users"][0]["wa_id"] == desk.wa_id
    assert desk.graph("GET", path)[1]["data"][0]["wa_id"] == desk.wa_id
    assert hook.wait_for(desk.send(), "failed")["errors"][0]["code"] == 130403
    lost = desk.write("Can you hear me?")
    assert desk.graph("DELETE", path, body)[1]["block_users"]["removed_users"]
    heard = desk.write("And now?")
    hook.wait_for_message(desk.wa_id, heard)
    assert lost not in [each["id"] for each in hook.messages(desk.wa_id)]


def test_reading_a_message_needs_one_that_was_received(open_desk: Desk) -> None:
    received = open_desk.write("Second")
    typing = {"type": "text"}
    status, answer = open_desk.post(to=None, status="read", message_id=received, typing_indicator=typing)
    assert (status, answer) == (200, {"success": True})
    assert [each["status"] for each in open_desk.thread()] == ["read", "read"]
    assert open_desk.post(to=None, status="read", message_id="wamid.unknown")[1]["error"]["code"] == 131009
    assert open_desk.post(to=None, status="read", message_id=open_desk.send())[1]["error"]["code"] == 131009
