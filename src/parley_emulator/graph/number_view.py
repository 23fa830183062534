"""A business number as the Graph API shows it."""

from typing import Any

from parley_emulator.enforcement.portfolio import portfolio_of
from parley_emulator.graph.health import health
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.sending.recipient import calling_code
from parley_emulator.state.records import Number
from parley_emulator.webhooks.choice import overrides

FIELDS = (
    "verified_name",
    "code_verification_status",
    "display_phone_number",
    "quality_rating",
    "platform_type",
    "throughput",
    "status",
    "webhook_configuration",
    "id",
)
NUMBER = Shape(
    "WhatsAppBusinessPhoneNumber",
    FIELDS,
    ("quality_score", "name_status", "new_display_name", "new_name_status", "account_mode", "host_platform"),
    ("whatsapp_business_manager_messaging_limit", "messaging_limit_tier", "is_official_business_account"),
    ("is_pin_enabled", "is_on_biz_app", "is_preverified_number", "search_visibility", "last_onboarded_time"),
    ("eligibility_for_api_business_global_search", "country_code", "country_dial_code", "certificate"),
    ("new_certificate", "unified_cert_status", "health_status", "conversational_automation", "username"),
)


def view(platform: Platform, number: Number) -> dict[str, Any]:
    """All fields there are; those without a value are None."""
    own = number.fields
    limit = portfolio_of(platform.world, number.waba_id).fields["limit"]
    return {
        "id": number.id,
        "display_phone_number": number.display_phone_number,
        "verified_name": number.verified_name,
        "status": number.status,
        "quality_rating": number.quality_rating,
        "quality_score": {"score": number.quality_rating},
        "name_status": own.get("name_status", "APPROVED"),
        "new_display_name": own.get("new_display_name"),
        "new_name_status": own.get("new_name_status"),
        "code_verification_status": own.get("code_verification_status", "VERIFIED"),
        "account_mode": own.get("account_mode", "LIVE"),
        "platform_type": "CLOUD_API" if number.registered else "NOT_APPLICABLE",
        "host_platform": "CLOUD_API" if number.registered else "NOT_APPLICABLE",
        "throughput": {"level": number.throughput if number.registered else "NOT_APPLICABLE"},
        "whatsapp_business_manager_messaging_limit": limit,
        "messaging_limit_tier": limit,
        "is_official_business_account": own.get("oba", {}).get("oba_status") == "APPROVED",
        "is_pin_enabled": bool(own.get("pin")),
        "is_on_biz_app": bool(own.get("is_on_biz_app")),
        "is_preverified_number": bool(own.get("is_preverified_number")),
        "search_visibility": own.get("search_visibility", "VISIBLE"),
        "eligibility_for_api_business_global_search": "NON_ELIGIBLE_UNDEFINED_COUNTRY",
        "last_onboarded_time": own.get("last_onboarded_time"),
        "country_code": number.country,
        "country_dial_code": calling_code(number.country),
        "certificate": own.get("certificate"),
        "new_certificate": own.get("new_certificate"),
        "unified_cert_status": CERTIFICATES.get(own.get("name_status", "APPROVED"), "NAME_NOT_APPROVED"),
        "health_status": health(platform, number=number),
        "conversational_automation": automation_view(number),
        "webhook_configuration": overrides(platform, number),
        "username": own.get("username", {}).get("username"),
    }


CERTIFICATES = {
    "APPROVED": "APPROVED",
    "AVAILABLE_WITHOUT_REVIEW": "APPROVED",
    "PENDING_REVIEW": "NAME_PENDING_REVIEW",
}


def automation_view(number: Number) -> dict[str, Any]:
    """Ice breakers and commands; its id is a node of its own, of the number's digits turned about."""
    own = number.fields.get("conversational_automation", {})
    return {
        "id": bot_id(number),
        "enable_welcome_message": own.get("enable_welcome_message", False),
        "prompts": own.get("prompts", []),
        "commands": own.get("commands", []),
    }


def bot_id(number: Number) -> str:
    """The node of the number's ice breakers and commands."""
    return f"8{number.id}1"


def profile_id(number: Number) -> str:
    """The node of the number's business profile."""
    return f"8{number.id}2"
