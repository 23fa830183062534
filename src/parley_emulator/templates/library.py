"""Ready-made texts, approved at once (reference 4.2). The texts are our own; the shape is the platform's."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import link_in, object_in, text_in
from parley_emulator.templates.buttons import ADDRESS, PHONE
from parley_emulator.templates.heading import check_heading

# The field of a template that keeps what its values are: they are looked at when it is sent.
TYPES = "body_param_types"
UTILITY = {"category": "UTILITY", "language": "en_US"}
LIBRARY: tuple[dict[str, Any], ...] = (
    {
        **UTILITY,
        "id": "7001",
        "name": "delivery_update_1",
        "topic": "ORDER_MANAGEMENT",
        "usecase": "DELIVERY_UPDATE",
        "industry": ["E_COMMERCE"],
        "body": "Hello {{1}}, your order {{2}} is on its way and will be with you on {{3}}. Thank you.",
        "body_params": ["Ada", "P-77", "Friday"],
        "body_param_types": ["TEXT", "TEXT", "DATE"],
        "buttons": [{"type": "URL", "text": "Follow it", "url": "https://example.com/"}],
    },
    {
        **UTILITY,
        "id": "7002",
        "name": "payment_received_1",
        "topic": "PAYMENTS",
        "usecase": "PAYMENT_CONFIRMATION",
        "industry": ["FINANCIAL_SERVICES"],
        "body": "Hello {{1}}, we have received your payment of {{2}} on {{3}}. Thank you.",
        "body_params": ["Ada", "$12.50", "1 March"],
        "body_param_types": ["TEXT", "AMOUNT", "DATE"],
    },
    {
        **UTILITY,
        "id": "7003",
        "name": "feedback_request_1",
        "topic": "CUSTOMER_FEEDBACK",
        "usecase": "FEEDBACK_SURVEY",
        "industry": ["E_COMMERCE", "FINANCIAL_SERVICES"],
        "body": "Hello {{1}}, you spoke with us about {{2}}. Were we of help to you?",
        "body_params": ["Ada", "your order"],
        "body_param_types": ["TEXT", "TEXT"],
    },
    {
        **UTILITY,
        "id": "7004",
        "name": "address_changed_1",
        "topic": "ACCOUNT_UPDATE",
        "usecase": "ACCOUNT_CHANGE",
        "industry": ["FINANCIAL_SERVICES"],
        "body": "Hello {{1}}, the address of your account is now {{2}}. If that was not you, call us.",
        "body_params": ["Ada", "1 Main Street"],
        "body_param_types": ["TEXT", "ADDRESS"],
    },
)


def library_template(body: dict[str, Any]) -> dict[str, Any] | None:
    """The one that a creation names; None where it names none. Raises Refusal for an unknown name."""
    name = body.get("library_template_name")
    if not name:
        return None
    found = next((each for each in LIBRARY if each["name"] == name), None)
    if found is None:
        raise Refusal(100, "Param library_template_name names no template of the library.")
    return found


def check_inputs(library: dict[str, Any], body: dict[str, Any]) -> None:
    """The heading goes with the text of the library, and so does what is said of its buttons. Raises Refusal."""
    if check_heading(body) != library["category"]:
        raise Refusal(100, f"category must be {library['category']}, that of the template of the library.")
    if body["language"] != library["language"]:
        raise Refusal(100, f"The library has {library['name']} in the language {library['language']} only.")
    if body.get("library_template_body_inputs"):
        object_in(body, "library_template_body_inputs")
    name = "library_template_button_inputs"
    given, buttons = body.get(name) or [], library.get("buttons", [])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise Refusal(100, f"Param {name} must be an array of objects.")
    if len(given) > len(buttons):
        raise Refusal(100, f"Param {name} has {len(given)} items, the template has {len(buttons)} buttons.")
    for button, own in zip(buttons, given, strict=False):
        _check_input(button["type"], own, name)


def _check_input(kind: str, own: dict[str, Any], name: str) -> None:
    if text_in(own, "type", name, 40).upper() != kind:
        raise Refusal(100, f"{name}.type must be {kind}, that of the button.")
    if kind == "URL":
        link_in(object_in(own, "url", name), "base_url", f"{name}.url", ADDRESS)
    elif kind == "PHONE_NUMBER":
        text_in(own, "phone_number", name, PHONE)


def filled(library: dict[str, Any], body: dict[str, Any]) -> list[dict[str, Any]]:
    """The components, with the addresses that the creation gives for the buttons."""
    examples = {"body_text": [library["body_params"]]}
    components: list[dict[str, Any]] = [{"type": "BODY", "text": library["body"], "example": examples}]
    given = body.get("library_template_button_inputs") or []
    buttons = [dict(button) for button in library.get("buttons", [])]
    for button, own in zip(buttons, given, strict=False):
        address = own.get("url") if isinstance(own, dict) else None
        button["url"] = address.get("base_url", button["url"]) if isinstance(address, dict) else button["url"]
    return [*components, {"type": "BUTTONS", "buttons": buttons}] if buttons else components
