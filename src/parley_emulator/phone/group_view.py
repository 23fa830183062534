"""Groups as the phone of one member shows them: messages with who wrote them, and what happened between."""

from typing import Any

from parley_emulator.groups.news import news_of
from parley_emulator.groups.phones import KINDS
from parley_emulator.groups.pins import pinned_in
from parley_emulator.groups.spells import has_been_in, is_in, was_in
from parley_emulator.phone.group_words import said_of
from parley_emulator.phone.view import last_line, phone_message, without_changes
from parley_emulator.platform import Platform
from parley_emulator.state.arrivals import step_of
from parley_emulator.state.records import Chat, Message, Thing
from parley_emulator.state.world import World


def phone_groups(platform: Platform, wa_id: str) -> list[dict[str, Any]]:
    """One line for each group that the person is in or was in."""
    groups = [each for each in platform.world.things.values() if each.kind in KINDS and has_been_in(each, wa_id)]
    return [_line(platform, group, wa_id) for group in groups]


def group_items(platform: Platform, group: Thing, wa_id: str) -> list[dict[str, Any]]:
    """Messages and news that the person sees, oldest first."""
    world = platform.world
    chat = world.chat(world.numbers[group.owner], group.id)
    messages = [group_message(world, group, chat, each, wa_id) for each in _visible(group, chat, wa_id)]
    return sorted([*messages, *_news(world, group, wa_id)], key=lambda each: float(each["at"]))


def group_message(world: World, group: Thing, chat: Chat, message: Message, wa_id: str) -> dict[str, Any]:
    """One bubble, with who wrote it; each reaction with who gave it."""
    shown = phone_message(world, chat, message, wa_id)
    given = chat.reactions.get(message.id, {})
    reactions = [
        {"emoji": emoji, "from_me": by == wa_id, "name": name_of(world, group, by)} for by, emoji in given.items()
    ]
    sender = {"wa_id": message.author, "name": name_of(world, group, message.author)}
    return {**shown, "sender": sender, "reactions": reactions}


def name_of(world: World, group: Thing, wa_id: str) -> str:
    """Of a member; of the business without a number."""
    if not wa_id:
        return world.numbers[group.owner].verified_name
    known = world.customers.get(wa_id)
    return known.name if known else f"+{wa_id}"


def group_facts(platform: Platform, group: Thing, wa_id: str) -> dict[str, Any]:
    """What the phone says about it; ``state``: member, asked, or none."""
    world, own = platform.world, group.fields
    asked = any(each["wa_id"] == wa_id for each in own["join_requests"].values())
    picture = own.get("picture")
    people = [{"wa_id": each, "name": name_of(world, group, each)} for each in own["participants"]]
    return {
        "group_id": group.id,
        "subject": own["subject"],
        "description": own["description"],
        "picture": f"/phone/api/media/{picture}" if picture else None,
        "business": name_of(world, group, ""),
        "participants": people,
        "asks_first": own["join_approval_mode"] == "approval_required",
        "suspended": bool(own["suspended"]),
        "state": "member" if is_in(group, wa_id) else "asked" if asked else "none",
    }


def _line(platform: Platform, group: Thing, wa_id: str) -> dict[str, Any]:
    world = platform.world
    chat = world.chat(world.numbers[group.owner], group.id)
    messages, news = _visible(group, chat, wa_id), _news(world, group, wa_id)
    seen = group.fields.get("seen", {}).get(wa_id, -1)
    others = [each for each in messages if each.author != wa_id and each.seq > seen]
    return {
        "phone_number_id": group.id,
        "name": group.fields["subject"],
        "last_message": _newest(world, group, chat, messages, news, wa_id),
        "unread": len(others) if is_in(group, wa_id) else 0,
        "blocked": False,
        "group": {**group_facts(platform, group, wa_id), "pinned": _pinned(platform, group, chat, messages)},
    }


def _newest(
    world: World, group: Thing, chat: Chat, messages: list[Message], news: list[dict[str, Any]], wa_id: str
) -> dict[str, Any]:
    last = messages[-1] if messages else None
    if last is None or (news and news[-1]["at"] > last.at):
        said = news[-1] if news else {"text": "", "at": group.fields["created_at"]}
        return {"text": said["text"], "from_me": False, "at": said["at"], "status": "read"}
    line = last_line(world, chat, last, wa_id)
    return line if line["from_me"] else {**line, "sender": name_of(world, group, last.author)}


def _visible(group: Thing, chat: Chat, wa_id: str) -> list[Message]:
    arrived = step_of("delivered", wa_id)
    there = (each for each in chat.messages if was_in(group, wa_id, each.at))
    return without_changes(chat, [each for each in there if each.incoming or arrived in each.times])


def _news(world: World, group: Thing, wa_id: str) -> list[dict[str, Any]]:
    """Who comes in sees that the group was made, but not who came before."""
    return [
        {
            "id": f"news:{index}",
            "from_me": False,
            "type": "news",
            "text": said_of(each, wa_id, lambda of: name_of(world, group, of)),
            "status": "read",
            "at": each["at"],
        }
        for index, each in enumerate(news_of(group))
        if each["kind"] == "created" or was_in(group, wa_id, each["at"])
    ]


def _pinned(platform: Platform, group: Thing, chat: Chat, messages: list[Message]) -> list[dict[str, str]]:
    by_id = {each.id: each for each in messages}
    pinned = [each for each in pinned_in(group, platform.clock.now()) if each in by_id]
    world = platform.world
    return [
        {
            "id": each,
            "text": last_line(world, chat, by_id[each], "")["text"],
            "sender": name_of(world, group, by_id[each].author),
        }
        for each in pinned
    ]
