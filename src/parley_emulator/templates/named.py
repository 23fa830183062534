"""Which template a message was sent with."""

import msgspec

from parley_emulator.state.records import Message, Template
from parley_emulator.state.world import World


class _Language(msgspec.Struct):
    code: str


class _Named(msgspec.Struct):
    """What a message says of its template; the rest is not read."""

    name: str
    language: _Language


def name_of(message: Message) -> tuple[str, str]:
    """(name, language) of a message of the type template."""
    named = msgspec.json.decode(message.content, type=_Named)
    return named.name, named.language.code


def template_of(world: World, message: Message) -> Template | None:
    """None for another type, or where it is gone."""
    number = world.numbers.get(message.number_id)
    if message.type != "template" or number is None:
        return None
    return world.by_name.get((number.waba_id, *name_of(message)))
