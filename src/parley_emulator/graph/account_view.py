"""A business account as the Graph API shows it."""

import hashlib
from typing import Any

from parley_emulator.analytics.fields import FIELDS as READS
from parley_emulator.enforcement.portfolio import name_of, portfolio_of
from parley_emulator.enforcement.restrictions import is_banned, restrictions_of
from parley_emulator.graph.app_view import app_view
from parley_emulator.graph.health import health
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

FIELDS = ("id", "name", "timezone_id", "message_template_namespace")
FLAGS = ("is_enabled_for_insights", "disable_marketing_messages_on_cloud_api")
ACCOUNT = Shape(
    "WhatsAppBusinessAccount",
    (*FIELDS, *FLAGS, *READS),
    ("currency", "country", "primary_business_location", "status", "account_review_status", "ownership_type"),
    ("business_verification_status", "owner_business", "owner_business_info", "on_behalf_of_business_info"),
    ("purchase_order_number", "primary_funding_id", "creation_time", "audiences", "dcc_config", "health_status"),
    ("marketing_messages_lite_api_status", "marketing_messages_onboarding_status", "subscribed_apps"),
    ("phone_numbers", "message_templates", "schedules"),
)


def view(platform: Platform, account: Account) -> dict[str, Any]:
    """All fields there are; those without a value are None."""
    own = account.fields
    world = platform.world
    verified = portfolio_of(world, account.id).fields.get("verified")
    owner = {"id": account.business_id, "name": name_of(world, account.business_id)}
    subscribed = [{"whatsapp_business_api_data": app_view(platform)}] if own.get("subscribed", True) else []
    return {
        "id": account.id,
        "name": own.get("name") or _name(platform, account),
        "timezone_id": own.get("timezone_id", "1"),
        "message_template_namespace": namespace(account),
        "currency": own.get("currency", "USD"),
        "country": own.get("country", "US"),
        "primary_business_location": own.get("country", "US"),
        "status": status(platform, account),
        "account_review_status": own.get("account_review_status", "APPROVED"),
        "business_verification_status": "verified" if verified else "not_verified",
        "ownership_type": own.get("ownership_type", "SELF"),
        "owner_business": owner,
        "owner_business_info": owner,
        "on_behalf_of_business_info": own.get("on_behalf_of_business_info"),
        "purchase_order_number": own.get("purchase_order_number"),
        "primary_funding_id": own.get("primary_funding_id"),
        "creation_time": own.get("creation_time"),
        "audiences": own.get("audiences"),
        "dcc_config": own.get("dcc_config"),
        "is_enabled_for_insights": own.get("is_enabled_for_insights", False),
        "disable_marketing_messages_on_cloud_api": own.get("disable_marketing_messages_on_cloud_api", False),
        "marketing_messages_lite_api_status": own.get("marketing_messages_lite_api_status", "ELIGIBLE"),
        "marketing_messages_onboarding_status": own.get("marketing_messages_onboarding_status", "ELIGIBLE"),
        "health_status": health(platform, account=account),
        "subscribed_apps": {"data": subscribed},
        "phone_numbers": {"data": [_number(each) for each in world.numbers.values() if each.waba_id == account.id]},
        "message_templates": {
            "data": [
                {"id": each.id, "name": each.name, "language": each.language, "status": each.status}
                for each in world.templates.values()
                if each.waba_id == account.id
            ]
        },
        "schedules": None,
    }


def status(platform: Platform, account: Account) -> str:
    """ACTIVE, RESTRICTED, DISABLED or PENDING."""
    if is_banned(account):
        return "DISABLED"
    if restrictions_of(account, platform.clock.now()):
        return "RESTRICTED"
    return "ACTIVE" if account.fields.get("account_review_status", "APPROVED") == "APPROVED" else "PENDING"


def namespace(account: Account) -> str:
    """Always the same for one account."""
    digest = hashlib.sha256(f"namespace:{account.id}".encode()).hexdigest()
    return "_".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))


def _name(platform: Platform, account: Account) -> str:
    numbers = (each for each in platform.world.numbers.values() if each.waba_id == account.id)
    return next((number.verified_name for number in numbers), "Business account")


def _number(number: Any) -> dict[str, Any]:
    return {
        "id": number.id,
        "display_phone_number": number.display_phone_number,
        "verified_name": number.verified_name,
        "quality_rating": number.quality_rating,
        "status": number.status,
    }
