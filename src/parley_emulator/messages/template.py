"""A template, filled in. Whether the values fit is checked by the files in ``sending/checks``."""

from typing import Any

from parley_emulator.messages.location import show as show_place
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.files import show_file
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """Its name and its language."""
    text_in(content, "name", "template", 512)
    text_in(object_in(content, "language", "template"), "code", "template.language", 20)
    _check_components(content, "template")


def _check_components(content: dict[str, Any], where: str) -> None:
    """Objects with lists of objects, on cards as well; what they say is checked with the template."""
    if content.get("components") is None:
        return
    for index, component in enumerate(list_in(content, "components", where, 0, 100)):
        place = f"{where}.components[{index}]"
        if component.get("parameters") is not None:
            list_in(component, "parameters", place, 0, 100)
        if component.get("cards") is not None:
            for number, card in enumerate(list_in(component, "cards", place, 0, 100)):
                _check_components(card, f"{place}.cards[{number}]")


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
