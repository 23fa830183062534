"""Up to three buttons to answer with; a Direct Send may have ten, links first, or one code to copy (reference 12.2)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import link_in, list_in, object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action"
MOST, MOST_DIRECT, LINKS = 3, 10, 2
LINK, CODE = "cta_url", "copy_code"
LONGEST_CODE = 15


def check(content: dict[str, Any]) -> None:
    """Ids and titles, none of them twice."""
    _check(content, MOST, 0)


def check_direct(content: dict[str, Any]) -> None:
    """As many as a template may have, of which two may open pages, or a code alone, which is in the text as well.

    That there is a button for codes is told, how it is written is not: here as the others are.
    """
    if has_code(content):
        check_frame(content, 1024, ("text",))
        (button,) = list_in(content["action"], "buttons", WHERE, 1, 1)
        where = f"{WHERE}.buttons[0]"
        code = text_in(object_in(button, CODE, where), "code", f"{where}.{CODE}", LONGEST_CODE)
        if code not in content["body"]["text"]:
            raise Refusal(131009, f"{where}.{CODE}.code must be in the text, for phones without the button.")
        return
    _check(content, MOST_DIRECT, LINKS)


def has_code(content: dict[str, Any]) -> bool:
    """Whether one of its buttons copies a code."""
    action = content.get("action")
    buttons = action.get("buttons") if isinstance(action, dict) else None
    listed = buttons if isinstance(buttons, list) else []
    return any(str(each.get("type")).lower() == CODE for each in listed if isinstance(each, dict))


def _check(content: dict[str, Any], most: int, links: int) -> None:
    check_frame(content, 1024, ("text", "image", "video", "document"))
    buttons = list_in(object_in(content, "action", "interactive"), "buttons", WHERE, 1, most)
    kinds = [str(button.get("type", "reply")).lower() for button in buttons]
    count = kinds.count(LINK)
    if count > links or kinds[:count].count(LINK) < count:
        raise Refusal(131009, f"{WHERE}.buttons may have {links} of type {LINK}, before those of type reply.")
    shown = [_shown(button, kinds[index], f"{WHERE}.buttons[{index}]") for index, button in enumerate(buttons)]
    for part, name in ((0, "id"), (1, "title")):
        if len({each[part] for each in shown}) < len(shown):
            raise Refusal(131009, f"Each button's {name} must be different.")


def _shown(button: dict[str, Any], kind: str, where: str) -> tuple[str, str]:
    """(what it does, its label)."""
    if kind == LINK:
        link = object_in(button, LINK, where)
        return link_in(link, "url", f"{where}.{LINK}"), text_in(link, "display_text", f"{where}.{LINK}", 20)
    if kind != "reply":
        raise Refusal(131009, f"{where}.type must be reply.")
    reply = object_in(button, "reply", where)
    return text_in(reply, "id", f"{where}.reply", 256), text_in(reply, "title", f"{where}.reply", 20)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The buttons under the text."""
    return {**show_frame(content, world), "buttons": [_tap(button) for button in content["action"]["buttons"]]}


def _tap(button: dict[str, Any]) -> dict[str, Any]:
    if link := button.get(LINK):
        return {"id": "url", "title": link["display_text"], "kind": "url", "url": link["url"]}
    if code := button.get(CODE):
        return {"id": code["code"], "title": "Copy code", "kind": "copy_code"}
    return {"id": button["reply"]["id"], "title": button["reply"]["title"], "kind": "reply"}
