"""Embedded sign-up: what the dialogue makes, and what it refuses."""

from typing import Any

import pytest

from parley_emulator.ids import APP_ID
from tests.emulator.conftest import Desk
from tests.emulator.running import SECRET, Emulator, Hook


def chosen(**fields: Any) -> dict[str, Any]:
    new = {"business_name": "Fresh Bread", "phone_number": "+1 555 012 3456", "display_name": "Fresh Bread"}
    return {**new, "code": "123456", **fields}


def connect(emulator: Emulator, **fields: Any) -> tuple[int, Any]:
    return emulator.call("POST", "/dialog/api/connection", chosen(**fields))


def exchanged(emulator: Emulator, code: str) -> str:
    path = f"/v23.0/oauth/access_token?client_id={APP_ID}&client_secret={SECRET}&code={code}"
    return str(emulator.call("GET", path)[1]["access_token"])


def test_a_new_business_ends_with_its_ids_and_a_code_for_its_token(emulator: Emulator, hook: Hook) -> None:
    status, done = connect(emulator, phone_number="+44 20 7946 0901")
    assert status == 201
    token = exchanged(emulator, done["code"])
    number, account = done["data"]["phone_number_id"], done["data"]["waba_id"]
    seen = emulator.call("GET", f"/v23.0/{number}?fields=code_verification_status,verified_name&access_token={token}")[
        1
    ]
    assert (seen["verified_name"], seen["code_verification_status"]) == ("Fresh Bread", "VERIFIED")
    owner = emulator.call("GET", f"/v23.0/{account}?fields=owner_business_info", token=token)[1]
    assert owner["owner_business_info"]["id"] == done["data"]["business_id"]


def test_a_number_of_the_business_app_hands_over_what_it_knows(emulator: Emulator, hook: Hook) -> None:
    done = connect(emulator, phone_number="+44 20 7946 0902", in_app=True)[1]
    token, number = exchanged(emulator, done["code"]), done["data"]["phone_number_id"]
    asked = {"messaging_product": "whatsapp", "sync_type": "history"}
    assert emulator.call("POST", f"/v23.0/{number}/smb_app_data", asked, token)[0] == 200


def test_a_portfolio_that_is_known_gets_the_account(desk: Desk, emulator: Emulator) -> None:
    listed = emulator.call("GET", "/dialog/api/offered")[1]["portfolios"]
    owner = next(each for each in listed if desk.waba_id in {one["waba_id"] for one in each["accounts"]})
    known = {"business_id": owner["business_id"], "waba_id": desk.waba_id, "business_name": ""}
    done = connect(emulator, phone_number="+44 20 7946 0903", **known)[1]
    assert done["data"]["waba_id"] == desk.waba_id
    assert exchanged(emulator, done["code"]) == desk.token


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"code": "000000"}, 136025),
        ({"phone_number": "12"}, 100),
        ({"display_name": "B"}, 100),
        ({"business_name": ""}, 100),
        ({"business_id": "1"}, 100),
        ({"waba_id": "1"}, 100),
    ],
)
def test_what_is_wrong_makes_nothing(emulator: Emulator, wrong: dict[str, Any], code: int) -> None:
    before = emulator.call("GET", "/dialog/api/offered")[1]
    status, refused = connect(emulator, **{"phone_number": "+44 20 7946 0904", **wrong})
    assert (status, refused["code"]) == (400, code)
    assert emulator.call("GET", "/dialog/api/offered")[1] == before


@pytest.mark.parametrize("query", [f"client_id={APP_ID}", "client_id=1&redirect_uri=http://localhost/"])
def test_the_dialogue_wants_the_application_and_an_address(emulator: Emulator, query: str) -> None:
    assert emulator.call("GET", f"/v23.0/dialog/oauth?{query}")[0] == 400
