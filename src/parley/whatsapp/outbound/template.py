"""An approved template with its parameters."""

from typing import Any

from parley.core.messages import TemplateUse

CONTENT = TemplateUse


def body(content: TemplateUse, media_id: str) -> dict[str, Any]:
    """``type: template``; an authentication template repeats its code in the button."""
    components: list[dict[str, Any]] = []
    for part, values in (("header", content.header), ("body", content.body)):
        if values:
            components.append({"type": part, "parameters": [{"type": "text", "text": value} for value in values]})
    for index, value in enumerate(content.buttons):
        parameters = [{"type": "text", "text": value}]
        components.append({"type": "button", "sub_type": "url", "index": str(index), "parameters": parameters})
    used: dict[str, Any] = {"name": content.name, "language": {"code": content.language}}
    if components:
        used["components"] = components
    return {"type": "template", "template": used}
