"""Whether messages can be sent: the worst of application, portfolio, account, number and template."""

from typing import Any

from parley_emulator.enforcement.restrictions import is_banned, restrictions_of
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number, Template

ORDER = ("AVAILABLE", "LIMITED", "BLOCKED")
FIX_NUMBER = "Look at the number in WhatsApp Manager."


def health(
    platform: Platform,
    *,
    number: Number | None = None,
    account: Account | None = None,
    template: Template | None = None,
) -> dict[str, Any]:
    """``health_status`` of a number, an account or a template."""
    account_id = number.waba_id if number else template.waba_id if template else account.id if account else ""
    owner = platform.world.accounts[account_id]
    entities = []
    if template is not None:
        entities.append(_of_template(template))
    if number is not None:
        entities.append(_of_number(number))
    entities += [_of_account(platform, owner), _entity("BUSINESS", owner.business_id), _entity("APP", APP_ID)]
    worst = max((each["can_send_message"] for each in entities), key=ORDER.index)
    return {"can_send_message": worst, "entities": entities}


def _entity(kind: str, node: str, limits: list[str] | None = None, *errors: tuple[int, str, str]) -> dict[str, Any]:
    state = "BLOCKED" if errors else "LIMITED" if limits else "AVAILABLE"
    entity: dict[str, Any] = {"entity_type": kind, "id": node, "can_send_message": state}
    if errors:
        names = ("error_code", "error_description", "possible_solution")
        entity["errors"] = [dict(zip(names, error, strict=True)) for error in errors]
    elif limits:
        entity["additional_info"] = limits
    return entity


def _of_number(number: Number) -> dict[str, Any]:
    errors = []
    if not number.registered:
        errors.append((141000, "The phone number is not registered on the Cloud API.", "Register the number."))
    if number.status not in {"CONNECTED", "FLAGGED"} and number.registered:
        errors.append((141005, f"The phone number is {number.status}.", FIX_NUMBER))
    limits = []
    if number.fields.get("name_status", "APPROVED") not in {"APPROVED", "AVAILABLE_WITHOUT_REVIEW"}:
        limits.append("Your display name has not been approved yet. Your message limit will increase when it is.")
    if number.quality_rating == "RED":
        limits.append("The quality of the phone number is low: its messages are blocked or reported often.")
    return _entity("PHONE_NUMBER", number.id, limits, *errors)


def _of_account(platform: Platform, account: Account) -> dict[str, Any]:
    errors = []
    if is_banned(account):
        errors.append((141010, "The WhatsApp Business Account is disabled.", "Ask for a review in Business Support."))
    if account.fields.get("payment_problem"):
        errors.append((141006, "There is an error with the payment method.", "Add a valid payment method."))
    limits = [f"Restricted: {each['restriction_type']}." for each in restrictions_of(account, platform.clock.now())]
    if account.fields.get("account_review_status", "APPROVED") != "APPROVED":
        limits.append("The account review is not approved.")
    return _entity("WABA", account.id, limits, *errors)


def _of_template(template: Template) -> dict[str, Any]:
    if template.status == "APPROVED":
        return _entity("MESSAGE_TEMPLATE", template.id)
    return _entity(
        "MESSAGE_TEMPLATE", template.id, None, (141013, f"The template is {template.status}.", "Send another template.")
    )
