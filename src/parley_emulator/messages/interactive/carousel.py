"""Two to ten cards beside each other, each with a picture or a film and something to tap."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import link_in, list_in, object_in, text_in
from parley_emulator.sending.files import check_file
from parley_emulator.sending.frame_parts import show_frame
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A body, no header or footer; all cards have the same kind of header."""
    text_in(object_in(content, "body", "interactive"), "text", "interactive.body", 1024)
    for part in ("header", "footer"):
        if content.get(part) is not None:
            raise Refusal(131009, f"interactive.{part} can not be set for type 'carousel'.")
    cards = list_in(object_in(content, "action", "interactive"), "cards", "interactive.action", 2, 10)
    kinds = {_check_card(card, index) for index, card in enumerate(cards)}
    if len(kinds) > 1:
        raise Refusal(131009, "interactive.action.cards must all have the same kind of header.")


def _check_card(card: dict[str, Any], index: int) -> str:
    """The kind of its header; ``product`` for an item of a catalogue."""
    where = f"interactive.action.cards[{index}]"
    if str(card.get("card_index")) != str(index):
        raise Refusal(131009, f"{where}.card_index must be {index}.")
    action = object_in(card, "action", where)
    if str(card.get("type")).lower() == "product":
        text_in(action, "product_retailer_id", f"{where}.action", 100)
        text_in(action, "catalog_id", f"{where}.action", 100)
        return "product"
    header = object_in(card, "header", where)
    kind = text_in(header, "type", f"{where}.header", 10).lower()
    if kind not in {"image", "video"}:
        raise Refusal(131009, f"{where}.header.type must be image or video.")
    check_file(object_in(header, kind, f"{where}.header"), kind, caption=False)
    if card.get("body") is not None:
        _check_body(object_in(card, "body", where), f"{where}.body")
    _check_action(action, f"{where}.action")
    return kind


def _check_body(body: dict[str, Any], where: str) -> None:
    if text_in(body, "text", where, 160).count("\n") > 2:
        raise Refusal(131009, f"{where}.text may have at most 2 line breaks.")


def _check_action(action: dict[str, Any], where: str) -> None:
    if action.get("buttons") is None:
        parameters = object_in(action, "parameters", where)
        text_in(parameters, "display_text", f"{where}.parameters", 20)
        link_in(parameters, "url", f"{where}.parameters")
        return
    for index, button in enumerate(list_in(action, "buttons", where, 1, 2)):
        reply = object_in(button, "quick_reply", f"{where}.buttons[{index}]")
        text_in(reply, "id", f"{where}.buttons[{index}].quick_reply", 256)
        text_in(reply, "title", f"{where}.buttons[{index}].quick_reply", 20)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The text, what the cards say, and what can be tapped on them."""
    shown = show_frame(content, world)
    cards = content["action"]["cards"]
    lines = [(card.get("body") or {}).get("text", "") for card in cards]
    buttons = [button for card in cards for button in _buttons(card)]
    return {**shown, "text": "\n".join([shown["text"], *filter(None, lines)]), "buttons": buttons}


def _buttons(card: dict[str, Any]) -> list[dict[str, str]]:
    action = card["action"]
    if parameters := action.get("parameters"):
        return [{"id": "url", "title": parameters["display_text"], "kind": "url", "url": parameters["url"]}]
    replies = [button["quick_reply"] for button in action.get("buttons") or []]
    return [{"id": reply["id"], "title": reply["title"], "kind": "reply"} for reply in replies]
