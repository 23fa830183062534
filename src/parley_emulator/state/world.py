"""Everything the platform knows, in memory; each change is also given to the store."""

from pathlib import Path
from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.state.records import Account, Chat, Customer, Media, Message, Number, Template, Thing
from parley_emulator.state.store import Store


class World:
    """Look things up in its dictionaries; change them through its methods."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.next_seq = 1
        self.clear()

    def clear(self) -> None:
        """Know nothing. The order goes on, so that what still runs finds nothing of its own."""
        self.numbers: dict[str, Number] = {}
        self.tokens: dict[str, list[Number]] = {}
        self.accounts: dict[str, Account] = {}
        self.things: dict[str, Thing] = {}
        self.customers: dict[str, Customer] = {}
        self.templates: dict[str, Template] = {}
        self.by_name: dict[tuple[str, str, str], Template] = {}
        self.media: dict[str, Media] = {}
        self.chats: dict[tuple[str, str], Chat] = {}
        self.by_user_id: dict[tuple[str, str], str] = {}
        self.messages: dict[str, Message] = {}
        self.sends: list[Message] = []

    def save_number(self, number: Number) -> None:
        """New, or changed."""
        self.hold_number(number)
        self.store.set_record("number", number.id, number)

    def hold_number(self, number: Number) -> None:
        """Know it; its token opens it and its account."""
        self.numbers[number.id] = number
        self.tokens = {}
        for each in self.numbers.values():
            self.tokens.setdefault(each.access_token, []).append(each)
        if number.waba_id not in self.accounts:
            self.accounts[number.waba_id] = Account(id=number.waba_id, business_id=ids.business_id(number.waba_id))

    def save_account(self, account: Account) -> None:
        """New, or changed."""
        self.accounts[account.id] = account
        self.store.set_record("account", account.id, account)

    def save_thing(self, thing: Thing) -> None:
        """New, or changed."""
        self.things[thing.id] = thing
        self.store.set_record("thing", thing.id, thing)

    def drop_thing(self, thing: Thing) -> None:
        """Gone."""
        self.things.pop(thing.id, None)
        self.store.set_record("thing", thing.id, None)

    def things_of(self, kind: str, owner: str) -> list[Thing]:
        """All of a kind that belong to that node, oldest first."""
        return [each for each in self.things.values() if each.kind == kind and each.owner == owner]

    def save_customer(self, customer: Customer) -> None:
        """New, or changed."""
        self.customers[customer.wa_id] = customer
        self.store.set_record("customer", customer.wa_id, customer)

    def drop_customer(self, customer: Customer) -> None:
        """Gone."""
        self.customers.pop(customer.wa_id, None)
        self.store.set_record("customer", customer.wa_id, None)

    def save_template(self, template: Template) -> None:
        """New, or changed."""
        self.hold_template(template)
        self.store.set_record("template", template.id, template)

    def hold_template(self, template: Template) -> None:
        """Know it by its id and by its name."""
        self.templates[template.id] = template
        self.by_name[(template.waba_id, template.name, template.language)] = template

    def drop_template(self, template: Template) -> None:
        """Gone."""
        del self.templates[template.id]
        del self.by_name[(template.waba_id, template.name, template.language)]
        self.store.set_record("template", template.id, None)

    def save_media(self, media: Media, content: bytes | None = None) -> None:
        """New (with its content), or changed."""
        if content is not None:
            self.file_of(media).parent.mkdir(parents=True, exist_ok=True)
            self.file_of(media).write_bytes(content)
        self.media[media.id] = media
        self.store.set_record("media", media.id, media)

    def drop_media(self, media: Media) -> None:
        """Gone, with its file."""
        self.media.pop(media.id, None)
        self.file_of(media).unlink(missing_ok=True)
        self.store.set_record("media", media.id, None)

    def file_of(self, media: Media) -> Path:
        """Where its bytes are."""
        return self.folder / "media" / media.id

    def chat(self, number: Number, wa_id: str) -> Chat:
        """The chat of the two, made when it is first asked for."""
        found = self.chats.get((number.id, wa_id))
        if found is None:
            # The same in all accounts of a portfolio.
            user_id = ids.user_id(number.country, self.accounts[number.waba_id].business_id, wa_id)
            found = self.chats[(number.id, wa_id)] = Chat(number.id, wa_id, user_id)
            self.by_user_id[(number.waba_id, user_id)] = wa_id
        return found

    def rename(self, number: Number, chat: Chat, user_id: str) -> None:
        """The person has another id from now on; the old one leads nowhere."""
        self.by_user_id.pop((number.waba_id, chat.user_id), None)
        chat.user_id = user_id
        self.by_user_id[(number.waba_id, user_id)] = chat.wa_id

    def move_chat(self, number: Number, chat: Chat, wa_id: str, user_id: str) -> None:
        """The person has another number and id from now on; the messages are the caller's to move."""
        del self.chats[(number.id, chat.wa_id)]
        self.store.set_record("chat", f"{number.id}:{chat.wa_id}", None)
        chat.wa_id = wa_id
        self.chats[(number.id, wa_id)] = chat
        self.rename(number, chat, user_id)
        self.save_chat(chat)

    def save_chat(self, chat: Chat) -> None:
        """Keep what the customer did to the chat as a whole."""
        marks: dict[str, Any] = {"blocked": chat.blocked, "reported": chat.reported, "reason": chat.reason}
        marks |= {"owner": chat.owner, "user_id": chat.user_id, "number_used_at": chat.number_used_at}
        self.store.set_record("chat", f"{chat.number_id}:{chat.wa_id}", marks)

    def take_seq(self) -> int:
        """The next number in the order of everything."""
        self.next_seq += 1
        return self.next_seq - 1

    def add_message(self, chat: Chat, message: Message) -> None:
        """A new message of that chat."""
        self.hold_message(chat, message)
        self.store.add_message(message)

    def hold_message(self, chat: Chat, message: Message) -> None:
        """Know it, and what follows from it."""
        chat.messages.append(message)
        self.messages[message.id] = message
        if not message.incoming:
            self.sends.append(message)
        if message.type == "reaction":
            _react(chat, message)
        self.next_seq = max(self.next_seq, message.seq + 1)


def _react(chat: Chat, message: Message) -> None:
    reaction = msgspec.json.decode(message.content)
    target = chat.reactions.setdefault(str(reaction.get("message_id")), {})
    if reaction.get("emoji"):
        target[message.author] = str(reaction["emoji"])
    else:
        target.pop(message.author, None)
