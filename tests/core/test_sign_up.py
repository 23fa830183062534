import json
from urllib.parse import parse_qs, urlsplit

import pytest

from parley.core.sign_up import SENTENCES, End, address, origins, sentence_of


def asked(*, config: str = "", in_app: bool = False) -> dict[str, str]:
    made = address(
        "https://www.facebook.com",
        "v23.0",
        app_id="42",
        config=config,
        redirect_uri="https://desk.example/signed-up",
        state="s",
        in_app=in_app,
    )
    assert made.startswith("https://www.facebook.com/v23.0/dialog/oauth?")
    return {name: values[0] for name, values in parse_qs(urlsplit(made).query).items()}


def test_the_address_names_the_app_where_to_come_back_and_what_to_come_back_with() -> None:
    query = asked(config="7")
    assert (query["client_id"], query["config_id"], query["response_type"], query["state"]) == ("42", "7", "code", "s")
    assert query["redirect_uri"] == "https://desk.example/signed-up"
    assert "config_id" not in asked()


@pytest.mark.parametrize(("in_app", "feature"), [(True, "whatsapp_business_app_onboarding"), (False, "")])
def test_a_number_that_stays_in_the_app_asks_for_that_feature(in_app: bool, feature: str) -> None:
    extras = json.loads(asked(in_app=in_app)["extras"])
    assert (extras["featureType"], extras["sessionInfoVersion"]) == (feature, "3")


def test_messages_of_the_dialogues_own_hosts_count_and_no_others() -> None:
    assert origins("http://127.0.0.1:8701/x") == ("http://127.0.0.1:8701",)
    assert "https://web.facebook.com" in origins("https://www.facebook.com")
    assert origins("https://facebook.com.evil.example") == ("https://facebook.com.evil.example",)


@pytest.mark.parametrize("end", list(SENTENCES))
def test_each_end_says_what_happened_and_how_to_go_on(end: End) -> None:
    said = sentence_of(end, step="PHONE_NUMBER_SETUP", message="The code is wrong.", code="136025")
    assert said.count(".") >= 1 and ("begin again" in said.lower() or "allow" in said.lower())


def test_what_the_window_tells_is_shortened_and_made_one_line() -> None:
    said = sentence_of("ERROR", message="x\n" * 5000, code="<b>")
    assert len(said) < 500 and "\n" not in said and "<b>" not in said
    assert "at the step" not in sentence_of("CANCEL", step="<script>")
