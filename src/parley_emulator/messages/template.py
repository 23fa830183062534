"""A template, filled in. Whether the values fit is checked by the files in ``sending/checks``."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """Its name and its language."""
    text_in(content, "name", "template", 512)
    text_in(object_in(content, "language", "template"), "code", "template.language", 20)
    components = content.get("components")
    if components is not None and not (isinstance(components, list) and all(isinstance(c, dict) for c in components)):
        raise Refusal(100, "Param template.components must be an array of objects.")
    for index, component in enumerate(components or []):
        if component.get("parameters") is not None:
            list_in(component, "parameters", f"template.components[{index}]", 0, 100)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """As it was filled in when it was sent."""
    shown: dict[str, Any] = dict(content.get("rendered") or {"text": content.get("name", "")})
    media = shown.get("media")
    if isinstance(media, dict):
        known = world.media.get(str(media.get("id", "")))
        url = media.get("link") or f"/phone/api/media/{media.get('id', '')}"
        shown["media"] = {"url": url, "mime_type": known.mime_type if known else media.get("mime_type", "")}
        if media.get("filename"):
            shown["media"]["filename"] = media["filename"]
    return shown
