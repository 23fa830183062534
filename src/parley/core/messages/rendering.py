"""A template with its parameters filled in: what the customer will read, and what must be filled in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Part = Literal["header", "body", "button"]
# {{1}} or {{first_name}}
PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True)
class Parameter:
    """A place to fill in: the ``index``-th of its part, counted from 1, with the example that was approved."""

    part: Part
    index: int
    example: str


@dataclass(frozen=True)
class Button:
    """A button of a template. ``url`` may have a place to fill in at its end."""

    type: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class TemplateText:
    """The readable parts of a template, each with its places."""

    header: str
    body: str
    footer: str
    buttons: tuple[Button, ...]
    parameters: tuple[Parameter, ...]

    def needs(self, part: Part) -> int:
        """How many values the part needs."""
        return sum(parameter.part == part for parameter in self.parameters)

    def rendered(self, header: Sequence[str], body: Sequence[str]) -> str:
        """Header, body and footer as the customer will read them; a value that is missing leaves its place."""
        filled = (_filled(self.header, header), _filled(self.body, body), self.footer)
        return "\n".join(text for text in filled if text)


def read_components(components: Sequence[dict[str, Any]]) -> TemplateText:
    """From the platform's component list; what is not text (a picture as header) is left out."""
    by_type = {str(component.get("type", "")).upper(): component for component in components}
    header, body = by_type.get("HEADER", {}), by_type.get("BODY", {})
    buttons = tuple(_button(each) for each in by_type.get("BUTTONS", {}).get("buttons") or ())
    raw_buttons = by_type.get("BUTTONS", {}).get("buttons") or ()
    return TemplateText(
        header=str(header.get("text") or ""),
        body=str(body.get("text") or ""),
        footer=str(by_type.get("FOOTER", {}).get("text") or ""),
        buttons=buttons,
        parameters=(
            *_parameters("header", header, "header_text"),
            *_parameters("body", body, "body_text"),
            *_button_parameters(raw_buttons),
        ),
    )


def _parameters(part: Part, component: dict[str, Any], key: str) -> list[Parameter]:
    names = list(dict.fromkeys(PLACE.findall(str(component.get("text") or ""))))
    examples = _examples(component.get("example") or {}, key)
    return [
        Parameter(part, index, examples.get(name) or examples.get(str(index), ""))
        for index, name in enumerate(names, start=1)
    ]


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
    return Button(str(raw.get("type", "")).lower(), str(raw.get("text") or ""), str(raw.get("url") or ""))


def _button_parameters(buttons: Sequence[dict[str, Any]]) -> list[Parameter]:
    with_place = [button for button in buttons if PLACE.search(str(button.get("url") or ""))]
    examples = [button.get("example") or "" for button in with_place]
    return [
        Parameter("button", index, str(each[0] if isinstance(each, list) and each else each or ""))
        for index, each in enumerate(examples, start=1)
    ]


def _filled(text: str, values: Sequence[str]) -> str:
    names = list(dict.fromkeys(PLACE.findall(text)))
    given = dict(zip(names, values, strict=False))
    return PLACE.sub(lambda place: given.get(place[1], place[0]), text)
