"""Meta's own description of the platform, read by a kept library: operations, examples, what answers must be."""

from functools import cache
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.core.result import Ok

from tests.shape.files import ROOT

FILE = ROOT / "third_party" / "meta" / "whatsapp-openapi-v23.yaml"
VERSION = "v23.0"
WEBHOOK = "POST /whatsapp/webhooks"


@cache
def operations() -> dict[str, Any]:
    """Each by its name: ``GET /{WABA-ID}/flows``, the version left out."""
    read = schemathesis.openapi.from_path(str(FILE)).get_all_operations()
    found = [each.ok() for each in read if isinstance(each, Ok)]
    return {each.label.replace("/{Version}", ""): each for each in found}


def example_body(operation: Any) -> tuple[str, Any]:
    """(media type, value) of the first example of the request; ("", None) where nothing is sent."""
    for media_type, content in _contents(operation):
        for example in (content.get("examples") or {}).values():
            return media_type, example["value"]
        return media_type, content.get("example", {})
    return "", None


def _contents(operation: Any) -> list[tuple[str, dict[str, Any]]]:
    body = operation.definition.raw.get("requestBody") or {}
    return list(body.get("content", {}).items())


def media_types(operation: Any) -> list[str]:
    """What the request may be sent as."""
    return [media_type for media_type, _ in _contents(operation)]


def path_names(operation: Any) -> list[str]:
    """The parts of the path that must be filled in."""
    return [part[1:-1] for part in operation.path.split("/") if part.startswith("{")]


def file_of(name: str) -> Path:
    """A file beside this one."""
    return Path(__file__).with_name(name)
