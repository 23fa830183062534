"""A template with its parameters filled in: what the customer will read, and what must be filled in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Part = Literal["header", "body", "button", "code"]
HeaderKind = Literal["", "text", "image", "video", "document", "location"]
HEADER_KINDS: dict[str, HeaderKind] = {
    "TEXT": "text",
    "IMAGE": "image",
    "VIDEO": "video",
    "DOCUMENT": "document",
    "LOCATION": "location",
}
# {{1}} or {{first_name}}
PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True)
class Parameter:
    """A place to fill in: the ``index``-th of its part, counted from 1, with the example that was approved.

    ``name``: '' where the places are numbered. ``button``: which of the template's buttons has it, counted from 0.
    """

    part: Part
    index: int
    example: str
    name: str = ""
    button: int | None = None


@dataclass(frozen=True)
class Button:
    """A button of a template. ``url`` may have a place to fill in at its end."""

    type: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class TemplateText:
    """The readable parts of a template, each with its places.

    ``header_kind``: what stands at its head; a file or a place is given with each message. ``cards``, ``offer``: it has
    a carousel, an offer whose end is given.
    """

    header: str
    body: str
    footer: str
    buttons: tuple[Button, ...]
    parameters: tuple[Parameter, ...]
    header_kind: HeaderKind = ""
    cards: bool = False
    offer: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Of the places of header and body, where they have names."""
        return tuple(each.name for each in self.parameters if each.name)

    def needs(self, part: Part) -> int:
        """How many values the part needs."""
        return sum(parameter.part == part for parameter in self.parameters)

    def rendered(self, header: Sequence[str], body: Sequence[str]) -> str:
        """Header, body and footer as the customer will read them; a value that is missing leaves its place."""
        filled = (_filled(self.header, header), _filled(self.body, body), self.footer)
        return "\n".join(text for text in filled if text)


def read_components(components: Sequence[dict[str, Any]]) -> TemplateText:
    """From the platform's component list, in any case; a header of a kind that is unknown here counts as none."""
    by_type = {str(component.get("type", "")).upper(): component for component in components}
    header, body = by_type.get("HEADER", {}), by_type.get("BODY", {})
    buttons = tuple(by_type.get("BUTTONS", {}).get("buttons") or ())
    return TemplateText(
        header=str(header.get("text") or ""),
        body=str(body.get("text") or ""),
        footer=str(by_type.get("FOOTER", {}).get("text") or ""),
        buttons=tuple(_button(each) for each in buttons),
        parameters=(
            *_parameters("header", header, "header_text"),
            *_parameters("body", body, "body_text"),
            *_button_parameters("button", {k: b for k, b in enumerate(buttons) if _has_end(b)}),
            *_button_parameters("code", {k: b for k, b in enumerate(buttons) if _type(b) == "copy_code"}),
        ),
        header_kind=HEADER_KINDS.get(str(header.get("format") or ("TEXT" if header else "")).upper(), ""),
        cards="CAROUSEL" in by_type,
        offer=bool((by_type.get("LIMITED_TIME_OFFER", {}).get("limited_time_offer") or {}).get("has_expiration")),
    )


def _parameters(part: Part, component: dict[str, Any], key: str) -> list[Parameter]:
    places = _places(str(component.get("text") or ""))
    examples = _examples(component.get("example") or {}, key)
    return [
        Parameter(part, index, examples.get(place) or examples.get(str(index), ""), "" if place.isdigit() else place)
        for index, place in enumerate(places, start=1)
    ]


def _places(text: str) -> list[str]:
    """In the order of their values: numbered ones by number, wherever they stand, named ones as they first come."""
    places = list(dict.fromkeys(PLACE.findall(text)))
    return sorted(places, key=int) if all(place.isdecimal() for place in places) else places


def _examples(example: dict[str, Any], key: str) -> dict[str, str]:
    """By name or by number; the platform nests the examples of a body once more."""
    named = example.get(f"{key}_named_params")
    if isinstance(named, list):
        return {str(each.get("param_name")): str(each.get("example", "")) for each in named}
    values = example.get(key) or []
    if values and isinstance(values[0], list):
        values = values[0]
    return {str(index): str(value) for index, value in enumerate(values, start=1)}


def _button(raw: dict[str, Any]) -> Button:
    return Button(_type(raw), str(raw.get("text") or ""), str(raw.get("url") or ""))


def _has_end(raw: dict[str, Any]) -> bool:
    """The end of its address is given with each message; that of a code used once always is."""
    return _type(raw) == "otp" or bool(PLACE.search(str(raw.get("url") or "")))


def _type(raw: dict[str, Any]) -> str:
    return str(raw.get("type", "")).lower()


def _button_parameters(part: Part, buttons: Mapping[int, dict[str, Any]]) -> list[Parameter]:
    """One each; ``buttons`` by their place among all."""
    found = []
    for index, (place, button) in enumerate(buttons.items(), start=1):
        example = button.get("example") or ""
        if isinstance(example, list):
            example = example[0] if example else ""
        found.append(Parameter(part, index, str(example), button=place))
    return found


def _filled(text: str, values: Sequence[str]) -> str:
    given = dict(zip(_places(text), values, strict=False))
    return PLACE.sub(lambda place: given.get(place[1], place[0]), text)
