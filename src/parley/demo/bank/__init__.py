"""Northbank, the demo's fictional bank: everything that its customer service needs, as data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from parley.core.chatbot import Answer
from parley.core.pricing.card_file import read_cards
from parley.core.pricing.cards import Card


@dataclass(frozen=True)
class Bank:
    """The content of the data files; shapes as in ``bank.toml``."""

    greeting: str
    business: dict[str, str]
    provider: dict[str, str]
    number: dict[str, str]
    profile: dict[str, Any]
    opening: dict[str, list[list[str]]]
    teams: list[dict[str, Any]]
    agents: list[dict[str, Any]]
    paths: list[dict[str, Any]]
    templates: list[dict[str, Any]]
    canned_replies: dict[str, str]
    customers: list[dict[str, str]]
    opt_in: dict[str, str]
    other_clients: list[dict[str, Any]]
    intents: dict[str, Answer]


@cache
def load_bank() -> Bank:
    """Read the data files."""
    intents = {name: Answer(title, text, skill) for name, (title, skill, text) in _toml("intents.toml").items()}
    bank = _toml("bank.toml")
    bank["templates"] = [_template(each) for each in bank["templates"]]
    return Bank(intents=intents, **bank)


def examples() -> list[tuple[str, str]]:
    """(question, intent): what the bot is taught from."""
    return _questions("examples.jsonl")


def test_questions() -> list[tuple[str, str]]:
    """(question, intent): 500 that the bot has not been taught."""
    return _questions("test_questions.jsonl")


def example_cards() -> list[Card]:
    """Rates by message and by conversation in round figures: none of them is a price of Meta's."""
    file = files("parley.demo.bank") / "example_rate_card.csv"
    return read_cards(file.read_text(encoding="utf-8").splitlines(), file.name, example=True)


def _template(described: dict[str, Any]) -> dict[str, Any]:
    """A template as the platform keeps it; examples that have names are of places that have names."""
    example = described["example"]
    named = isinstance(example, dict)
    shown = (
        {"body_text_named_params": [{"param_name": name, "example": value} for name, value in example.items()]}
        if named
        else {"body_text": [example]}
    )
    head = [{"type": "HEADER", "format": described["header"]}] if "header" in described else []
    return {
        "name": described["name"],
        "language": "en",
        "category": described["category"],
        "status": "APPROVED",
        "parameter_format": "NAMED" if named else "POSITIONAL",
        "components": [*head, {"type": "BODY", "text": described["body"], "example": shown}],
    }


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("parley.demo.bank") / name).read_text(encoding="utf-8"))


def _questions(name: str) -> list[tuple[str, str]]:
    lines = (files("parley.demo.bank") / name).read_text(encoding="utf-8").splitlines()
    read = [msgspec.json.decode(line) for line in lines]
    return [(each["text"], each["intent"]) for each in read]
