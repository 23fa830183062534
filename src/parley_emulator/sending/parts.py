"""A template and each card of it, with the values sent for each: what is demanded of one is demanded of all."""

from dataclasses import dataclass
from typing import Any

from parley_emulator.sending.filling import cards_of, given_cards
from parley_emulator.state.records import Template


@dataclass(frozen=True)
class Part:
    """``where``: what the details of a refusal begin with; ``content``: the components that fill the template."""

    where: str
    template: Template
    content: dict[str, Any]


def parts_of(template: Template, content: dict[str, Any]) -> list[Part]:
    """The template itself first. There may be more cards of products than the template has: they look like its last."""
    cards, given = cards_of(template), given_cards(content)
    last = len(cards) - 1
    filled = [Part(f"card {i}: ", cards[min(i, last)], card) for i, card in enumerate(given) if cards]
    return [Part("", template, content), *filled]
