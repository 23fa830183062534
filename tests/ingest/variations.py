"""A batch with one broken member among sound ones: what the property tests are made of."""

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from tests.ingest.conftest import NUMBER

HUGE = "x" * 20_000
TOMORROW = "news_of_tomorrow"
BROKEN_TEXTS = ["\x00", "\ud83d", "\u202e", "", " ", HUGE, "a" * 3000]
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(BROKEN_TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
AROUND = {"display_phone_number": "442079460100", "phone_number_id": NUMBER}


def a_text(place: int, sender: str = "447700900101") -> dict[str, Any]:
    return {"from": sender, "id": f"wamid.{place}", "timestamp": "1790000000", "type": "text", "text": {"body": "Hi"}}


def of_every_kind() -> list[dict[str, Any]]:
    """One of each kind, to be broken."""
    given: dict[str, Any] = {
        "text": {"body": "Hello"},
        "audio": {"id": "3", "mime_type": "audio/ogg; codecs=opus", "voice": True},
        "image": {"id": "1", "mime_type": "image/jpeg", "caption": "this"},
        "sticker": {"id": "2", "mime_type": "image/webp", "animated": True},
        "location": {"latitude": 1.0, "longitude": 2.0, "name": "Here"},
        "contacts": [{"name": {"formatted_name": "Ada"}, "phones": [{"phone": "+44 1"}]}],
        "reaction": {"message_id": "wamid.1", "emoji": "👍"},
        "interactive": {"type": "nfm_reply", "nfm_reply": {"name": "flow", "response_json": '{"stars": 5}'}},
        "button": {"payload": "A", "text": "B"},
        "order": {"catalog_id": "1", "product_items": [{"product_retailer_id": "S", "quantity": 2, "item_price": 1}]},
        "system": {"type": "user_changed_number", "wa_id": "447700900199", "body": "changed"},
        "edit": {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "new"}}},
        "revoke": {"original_message_id": "wamid.1"},
        "unsupported": {"type": "poll"},
    }
    around: dict[str, Any] = {"context": {"id": "wamid.0", "referred_product": {"product_retailer_id": "S"}}}
    around["referral"] = {"headline": "Chat", "welcome_message": {"text": "Hello"}}
    return [
        {"from": "447700900155", "id": f"wamid.{kind}", "timestamp": "1790000001", "type": kind, kind: value, **around}
        for kind, value in given.items()
    ]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every field of it, at any depth."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for name, each in inner for found in ((*path, name), *places(each, (*path, name)))]


@st.composite
def broken(draw: st.DrawFn, sound: dict[str, Any]) -> Any:
    """One field dropped, added, or put in another's form; at any depth."""
    message = deepcopy(sound)
    *before, last = draw(st.sampled_from(places(message)))
    holder = message
    for name in before:
        holder = holder[name]
    match draw(st.sampled_from(["drop", "add", "null", "wrong", "huge"])):
        case "drop":
            del holder[last]
        case "add" if isinstance(holder, dict):
            holder[draw(st.text(max_size=12))] = draw(ANY)
        case "null":
            holder[last] = None
        case "huge":
            holder[last] = draw(st.sampled_from([HUGE, 10**400, 1e308, [HUGE], {HUGE: 1}]))
        case _:
            holder[last] = draw(ANY)
    return message


def a_status(place: int) -> dict[str, Any]:
    return {"id": f"wamid.s{place}", "status": "delivered", "timestamp": "1790000000", "recipient_id": "447700900101"}


def a_full_status() -> dict[str, Any]:
    """With all that a status may have, to be broken."""
    return {
        **a_status(2),
        "status": "failed",
        "errors": [{"code": 131049, "title": "Not delivered", "error_data": {"details": "why"}}],
        "pricing": {"pricing_model": "PMP", "type": "regular", "category": "utility", "billable": True},
        "conversation": {"id": "c0", "origin": {"type": "utility"}},
    }


def a_contact(wa_id: str) -> dict[str, Any]:
    return {"profile": {"name": "Ada", "username": "ada"}, "wa_id": wa_id, "user_id": f"GB.{wa_id}"}


def an_echo(place: int) -> dict[str, Any]:
    return {**a_text(place, "442079460100"), "id": f"wamid.e{place}", "to": "447700900101"}


# Fields whose values hold a list of pieces that stand alone: the list, and a piece that can be told from others.
PIECES: dict[str, tuple[str, dict[str, Any]]] = {
    "user_preferences": (
        "user_preferences",
        {"wa_id": "447700900101", "category": "marketing_messages", "value": "stop"},
    ),
    "smb_app_state_sync": ("state_sync", {"type": "contact", "contact": {"full_name": "Ada"}, "action": "add"}),
    "calls": ("calls", {"id": "wacid.1", "event": "connect", "from": "447700900101"}),
    "group_participants_update": ("groups", {"group_id": "g1", "type": "group_participants_add"}),
}


@st.composite
def batches(draw: st.DrawFn) -> tuple[dict[str, Any], set[str]]:
    """A body in any order, with members repeated, and the keys of those that are sound."""
    sound, keys = [a_text(place) for place in range(1, 4)], {f"m:{NUMBER}:wamid.{place}" for place in range(1, 4)}
    bad = [draw(broken(draw(st.sampled_from(of_every_kind())))) for _ in range(draw(st.integers(1, 3)))]
    messages = draw(st.permutations([*sound, *bad, draw(st.sampled_from(sound))]))
    statuses = draw(st.permutations([a_status(1), draw(broken(a_full_status()))]))
    keys.add("s:wamid.s1:delivered")
    lists: dict[str, Any] = {"messages": messages, "statuses": statuses}
    if draw(st.booleans()):
        contacts = [a_contact("447700900101"), draw(broken(a_contact("447700900155")))]
        lists |= {"contacts": draw(st.permutations(contacts) | ANY), draw(st.text(max_size=10)) or "more": draw(ANY)}
    lists |= {"messages": messages, "statuses": statuses, "metadata": AROUND}
    names = draw(st.permutations(sorted(lists)))
    value = {name: lists[name] for name in names}
    change = {"value": value, "field": "messages"}
    changes = draw(st.permutations([change, draw(ANY), {"field": draw(st.text(max_size=9)), "value": draw(ANY)}]))
    entries = draw(st.permutations([{"id": "200", "changes": changes}, draw(ANY)]))
    return {"entry": entries, "object": draw(st.just("whatsapp_business_account") | ANY)}, keys


@st.composite
def told_otherwise(draw: st.DrawFn) -> tuple[dict[str, Any], set[str], list[dict[str, Any]]]:
    """A body of every other way that news come, with a broken neighbour in each list.

    With it the keys of its sound messages, and the sound pieces that must be kept as they are.
    """
    echo, wrong_echo = an_echo(1), draw(broken(an_echo(2)))
    text, wrong_text = a_text(1), draw(broken(draw(st.sampled_from(of_every_kind()))))
    threads = [{"id": "447700900101", "messages": draw(st.permutations([text, wrong_text]))}, draw(ANY)]
    values: dict[str, Any] = {
        "smb_message_echoes": {"message_echoes": draw(st.permutations([echo, wrong_echo]))},
        "standby": {
            "standby": {
                "messages": draw(st.permutations([text, wrong_text])),
                "message_echoes": draw(st.permutations([echo, wrong_echo])),
                "statuses": draw(st.permutations([a_status(1), draw(broken(a_full_status()))])),
            }
        },
        "history": {"history": draw(st.permutations([{"threads": draw(st.permutations(threads))}, draw(ANY)]))},
    }
    pieces: list[dict[str, Any]] = []
    for field, (name, piece) in PIECES.items():
        values[field] = {name: draw(st.permutations([piece, draw(broken(piece))]))}
        pieces.append(piece)
    changes = [{"field": field, "value": {"metadata": AROUND, **value}} for field, value in values.items()]
    keys = {
        f"m:{NUMBER}:wamid.e1:echo",
        f"m:{NUMBER}:wamid.1:standby",
        f"m:{NUMBER}:wamid.e1:standby_echo",
        f"m:{NUMBER}:wamid.1:history",
        "s:wamid.s1:delivered",
    }
    return {"entry": [{"id": "200", "changes": draw(st.permutations(changes))}]}, keys, pieces
