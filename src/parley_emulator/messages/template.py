"""A template, filled in. Whether the values fit is checked by the files in ``sending/checks``."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.messages.location import show as show_place
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.files import show_file
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
    return _shown(dict(content.get("rendered") or {"text": content.get("name", "")}), world)


def _shown(rendered: dict[str, Any], world: World) -> dict[str, Any]:
    """With addresses for its files; each card of a carousel is shown the same way."""
    shown = dict(rendered)
    if isinstance(media := shown.get("media"), dict):
        shown |= show_file(media, world, str(media.get("kind", "")))
    if isinstance(place := shown.get("location"), dict):
        shown |= show_place(place, world)
    if isinstance(cards := shown.get("cards"), list):
        shown["cards"] = [_shown(card, world) for card in cards]
    return shown
