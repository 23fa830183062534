"""A customer follows the link under a template: nobody is told, but ``template_analytics`` counts it."""

from collections.abc import Iterator
from typing import Any

from parley_emulator import ids
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Customer, Message, Thing

KIND = "link_tap"


def follow_link(platform: Platform, chat: Chat, customer: Customer, message_id: str, title: str) -> None:
    """``title``: of the button. Raises NotPossible where no such button is under that message."""
    message = next((each for each in chat.messages if each.id == message_id and not each.incoming), None)
    if message is None or title not in set(links_of(message)):
        raise NotPossible("There is no such link under this message.")
    fields = {"message_id": message_id, "title": title, "wa_id": customer.wa_id, "at": platform.clock.now()}
    platform.world.save_thing(Thing(id=f"tap:{ids.hex_id()}", kind=KIND, owner=chat.number_id, fields=fields))


def links_of(message: Message) -> Iterator[str]:
    """The words of the buttons of a template that open a page, those of its cards too."""
    if message.type == "template":
        yield from _links_in(message.object().get("rendered") or {})


def _links_in(rendered: dict[str, Any]) -> Iterator[str]:
    for button in rendered.get("buttons") or []:
        if button.get("kind") == "url":
            yield str(button.get("title", ""))
    for card in rendered.get("cards") or []:
        yield from _links_in(card)
