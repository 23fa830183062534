"""The number and its account, as pywa manages them."""

from typing import Any

import pytest
from pywa.types.calls import CallingSettingsStatus

from tests.emulator.running import SECRET
from tests.pywa_client.conftest import ACCOUNT, CUSTOMER, NUMBER, PUBLIC_KEY, Listener, types


def test_the_profile_is_changed_and_read_back(wa: Any) -> None:
    assert wa.update_business_profile(
        about="A bank in the north",
        address="1 Main Street",
        description="Cards and accounts",
        email="hello@example.com",
        industry=types.Industry.FINANCE,
        websites=["https://example.com"],
    )
    profile = wa.get_business_profile()
    assert (profile.about, profile.industry) == ("A bank in the north", types.Industry.FINANCE)
    assert tuple(profile.websites) == ("https://example.com",)


def test_a_customer_is_blocked_and_unblocked(wa: Any) -> None:
    blocked = wa.block_users([CUSTOMER])
    assert [each.input.strip("+") for each in blocked.added_users] == [CUSTOMER]
    assert [each.wa_id for each in wa.get_blocked_users()] == [CUSTOMER]
    assert [each.input.strip("+") for each in wa.unblock_users([CUSTOMER]).removed_users] == [CUSTOMER]
    assert list(wa.get_blocked_users()) == []


def test_a_qr_code_from_its_making_to_its_end(wa: Any) -> None:
    made = wa.create_qr_code("I have a question", image_type="SVG")
    assert made.code in made.deep_link_url
    assert wa.get_qr_code(made.code).prefilled_message == "I have a question"
    assert wa.update_qr_code(made.code, "I have two questions").prefilled_message == "I have two questions"
    assert made.code in {each.code for each in wa.get_qr_codes()}
    assert wa.delete_qr_code(made.code)


def test_the_shop_is_shown_and_hidden(wa: Any) -> None:
    assert wa.update_commerce_settings(is_catalog_visible=True, is_cart_enabled=False)
    settings = wa.get_commerce_settings()
    assert (settings.is_catalog_visible, settings.is_cart_enabled) == (True, False)


def test_ice_breakers_and_commands(wa: Any) -> None:
    command = types.Command(name="hours", description="When we are open")
    assert wa.update_conversational_automation(ice_breakers=["Where are you?"], commands=[command])
    kept = wa.get_business_phone_number().conversational_automation
    assert (tuple(kept.ice_breakers), [each.name for each in kept.commands]) == (("Where are you?",), ["hours"])


def test_calls_are_switched_on_in_the_settings(wa: Any) -> None:
    settings = wa.get_business_phone_number_settings()
    calling = settings.calling or types.CallingSettings(status=CallingSettingsStatus.ENABLED)
    calling.status = CallingSettingsStatus.ENABLED
    assert wa.update_business_phone_number_settings(calling=calling)
    assert wa.get_business_phone_number_settings().calling.status == CallingSettingsStatus.ENABLED


def test_the_number_and_the_account(wa: Any) -> None:
    assert wa.get_business_phone_number().id == NUMBER
    assert NUMBER in {each.id for each in wa.get_business_phone_numbers()}
    assert wa.get_business_account().id == ACCOUNT


def test_a_new_number_is_verified_and_registered(wa: Any) -> None:
    made = wa.create_phone_number(country_calling_code="1", phone_number="5550007777", verified_name="Northbank South")
    assert wa.request_verification_code(code_method="SMS", language_code="en_US", phone_id=made.id)
    assert wa.verify_phone_number("123456", phone_id=made.id)
    assert wa.register_phone_number("123456", phone_id=made.id)
    assert wa.deregister_phone_number(phone_id=made.id)


def test_a_user_name_of_the_business(wa: Any) -> None:
    assert wa.get_reserved_usernames() is not None
    assert wa.set_username("northbank.help")
    assert wa.get_current_username().username == "northbank.help"
    assert wa.delete_username()


def test_another_address_for_webhooks_is_set_and_removed(wa: Any, listener: Listener, hook_url: str) -> None:
    assert wa.override_phone_callback_url(hook_url, "emulator-verify")
    assert wa.delete_phone_callback_url()
    assert wa.override_waba_callback_url(hook_url, "emulator-verify")
    assert wa.delete_waba_callback_url()


def test_the_public_key_for_forms(wa: Any) -> None:
    assert wa.set_business_public_key(PUBLIC_KEY)


def test_an_application_gets_its_own_token(wa: Any) -> None:
    from parley_emulator.ids import APP_ID

    assert wa.get_app_access_token(int(APP_ID), SECRET)


def test_a_file_is_put_there_fetched_and_removed(wa: Any) -> None:
    content = b"\x89PNG\r\n\x1a\n" + b"7" * 300
    media = wa.upload_media(content, mime_type="image/png", filename="a.png")
    described = wa.get_media_url(media.id)
    assert (described.mime_type, int(described.file_size)) == ("image/png", len(content))
    assert wa.get_media_bytes(described.url) == content
    assert wa.delete_media(media.id)
    with pytest.raises(Exception, match="100"):
        wa.get_media_url(media.id)


def test_calls_that_are_refused_are_told_by_their_code(wa: Any) -> None:
    from pywa import errors

    with pytest.raises(errors.WhatsAppError) as refused:
        wa.send_message("1", "Nobody")
    assert refused.value.code in {100, 131026, 131030, 131009, 131047}
    assert isinstance(refused.value, errors.WhatsAppError)
    assert refused.value.raw_response is not None and refused.value.raw_response.is_client_error
