"""Groups of templates: a name for some of an account's templates, whose figures are then counted together."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Thing

KIND = "template_group"
NAME, TEMPLATES = "name", "whatsapp_business_templates"
FIELDS = ("id", NAME)
TEMPLATE_GROUP = Shape("WhatsAppBusinessTemplateGroup", FIELDS, ("description", TEMPLATES))


def changes_in(platform: Platform, call: Call, waba_id: str, required: bool) -> dict[str, Any]:
    """What the call says of name, description and templates. Raises Refusal."""
    changes: dict[str, Any] = {}
    if required or call.body.get(NAME) is not None:
        changes[NAME] = text_in(call.body, NAME, "", 512)
    if call.body.get("description") is not None:
        changes["description"] = text_in(call.body, "description", "", 2048)
    if required or call.body.get(TEMPLATES) is not None:
        changes["templates"] = _templates_in(platform, call, waba_id)
    return changes


def _templates_in(platform: Platform, call: Call, waba_id: str) -> list[str]:
    listed = call.value(TEMPLATES)
    if not isinstance(listed, list) or not listed:
        raise Refusal(100, f"Param {TEMPLATES} must be an array of the ids of templates.")
    for each in listed:
        template = platform.world.templates.get(str(each))
        if template is None or template.waba_id != waba_id:
            raise Refusal(100, f"Param {TEMPLATES} names {each}, which is no template of this account.")
    return list(dict.fromkeys(str(each) for each in listed))


def view(platform: Platform, group: Thing) -> dict[str, Any]:
    """All fields there are; a template that was deleted since is left out."""
    templates = (platform.world.templates.get(each) for each in group.fields["templates"])
    return {
        "id": group.id,
        NAME: group.fields[NAME],
        "description": group.fields.get("description", ""),
        TEMPLATES: {"data": [{"id": each.id, NAME: each.name} for each in templates if each]},
    }
