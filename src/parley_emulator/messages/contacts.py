"""Cards of other people. The content is a list."""

from datetime import date
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.state.world import World

MOST = 257
LISTS = ("phones", "emails", "addresses", "urls")
DAY = "YYYY-MM-DD"


def check(content: Any) -> None:
    """Each with a name; all else may be absent or null."""
    for index, card in enumerate(list_in({"contacts": content}, "contacts", "", 1, MOST)):
        where = f"contacts[{index}]"
        name = object_in(card, "name", where)
        text_in(name, "formatted_name", f"{where}.name", 1000)
        for part in LISTS:
            if card.get(part) is not None:
                list_in(card, part, where, 0, MOST)
        if card.get("org") is not None:
            object_in(card, "org", where)
        _check_birthday(text_in(card, "birthday", where, len(DAY), required=False), where)


def _check_birthday(birthday: str, where: str) -> None:
    """A day that there was, in that form only: Python would also take 20120818 and 2012-W33-6."""
    try:
        is_a_day = not birthday or date.fromisoformat(birthday).isoformat() == birthday
    except ValueError:
        is_a_day = False
    if not is_a_day:
        raise Refusal(131009, f"{where}.birthday must be a day, written {DAY}.")


def show(content: Any, world: World) -> dict[str, Any]:
    """Their names and numbers."""
    return {"text": "\n".join(_line(card) for card in content if isinstance(card, dict))}


def _line(card: dict[str, Any]) -> str:
    name = card.get("name", {}).get("formatted_name", "")
    phones = [str(each.get("phone", "")) for each in card.get("phones") or [] if isinstance(each, dict)]
    return " · ".join([name, *filter(None, phones)])
