"""A template has other parts from now on, as the business is told of them (reference 5.6)."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.sending.filling import buttons_of
from parley_emulator.state.records import Template
from parley_emulator.templates.review import text_of
from parley_emulator.webhooks.telling import tell

PARTS = {"HEADER": "title", "BODY": "element", "FOOTER": "footer"}


def tell_parts(platform: Platform, template: Template) -> None:
    """Title, text, footer and buttons of it, as far as it has them."""
    value: dict[str, Any] = {
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
    }
    for part, name in PARTS.items():
        if text := text_of(template.components, part):
            value[f"message_template_{name}"] = text
    if buttons := [_button(each) for each in buttons_of(template)]:
        value["message_template_buttons"] = buttons
    now = int(platform.clock.now())
    lane, field = f"template:{template.id}", "message_template_components_update"
    tell(platform, lane, template.waba_id, field, value, at=now)


def _button(button: dict[str, Any]) -> dict[str, str]:
    told = {"message_template_button_type": str(button.get("type", "")).upper()}
    for name in ("text", "url", "phone_number"):
        if button.get(name):
            told[f"message_template_button_{name}"] = str(button[name])
    return told
