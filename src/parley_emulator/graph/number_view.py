"""A business number as the Graph API shows it."""

from typing import Any

from parley_emulator.sending.recipient import calling_code
from parley_emulator.state.records import Number

FIELDS = ("verified_name", "code_verification_status", "display_phone_number", "quality_rating", "platform_type", "id")


def view(number: Number) -> dict[str, Any]:
    """All fields there are."""
    return {
        "id": number.id,
        "display_phone_number": number.display_phone_number,
        "verified_name": number.verified_name,
        "status": number.status,
        "quality_rating": number.quality_rating,
        "quality_score": {"score": number.quality_rating},
        "name_status": "APPROVED",
        "code_verification_status": "VERIFIED",
        "account_mode": "LIVE",
        "platform_type": "CLOUD_API" if number.registered else "NOT_APPLICABLE",
        "throughput": {"level": number.throughput},
        "whatsapp_business_manager_messaging_limit": "TIER_UNLIMITED",
        "is_official_business_account": False,
        "is_pin_enabled": True,
        "country_code": number.country,
        "country_dial_code": calling_code(number.country),
    }
