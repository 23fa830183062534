"""Up to three buttons to answer with."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action"


def check(content: dict[str, Any]) -> None:
    """Ids and titles, none of them twice."""
    check_frame(content, 1024, ("text", "image", "video", "document"))
    replies = []
    for index, button in enumerate(list_in(object_in(content, "action", "interactive"), "buttons", WHERE, 1, 3)):
        where = f"{WHERE}.buttons[{index}]"
        if str(button.get("type", "reply")).lower() != "reply":
            raise Refusal(131009, f"{where}.type must be reply.")
        reply = object_in(button, "reply", where)
        replies.append((text_in(reply, "id", f"{where}.reply", 256), text_in(reply, "title", f"{where}.reply", 20)))
    for part, name in ((0, "id"), (1, "title")):
        if len({reply[part] for reply in replies}) < len(replies):
            raise Refusal(131009, f"Each button's {name} must be different.")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The buttons under the text."""
    replies = [button["reply"] for button in content["action"]["buttons"]]
    buttons = [{"id": reply["id"], "title": reply["title"], "kind": "reply"} for reply in replies]
    return {**show_frame(content, world), "buttons": buttons}
