"""Cards of other people. The content is a list."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.state.world import World

MOST = 257


def check(content: Any) -> None:
    """Each with a name."""
    for index, card in enumerate(list_in({"contacts": content}, "contacts", "", 1, MOST)):
        name = object_in(card, "name", f"contacts[{index}]")
        text_in(name, "formatted_name", f"contacts[{index}].name", 1000)
        phones = card.get("phones")
        if phones is not None and not isinstance(phones, list):
            raise Refusal(100, f"Param contacts[{index}].phones must be an array.")


def show(content: Any, world: World) -> dict[str, Any]:
    """Their names and numbers."""
    return {"text": "\n".join(_line(card) for card in content if isinstance(card, dict))}


def _line(card: dict[str, Any]) -> str:
    name = card.get("name", {}).get("formatted_name", "")
    phones = [str(each.get("phone", "")) for each in card.get("phones") or [] if isinstance(each, dict)]
    return " · ".join([name, *filter(None, phones)])
