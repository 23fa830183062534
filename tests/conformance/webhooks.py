"""Whether a webhook that the platform sends is one that Meta's description knows."""

from functools import cache
from typing import Any

import jsonschema_rs
import msgspec
import yaml

from tests.conformance.description import FILE


@cache
def _validator() -> Any:
    whole = yaml.load(FILE.read_text(), yaml.CSafeLoader)
    schema = whole["paths"]["/whatsapp/webhooks"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return jsonschema_rs.validator_for({**schema, "components": whole["components"]})


def problem_of(body: bytes) -> str:
    """Empty when it is valid."""
    errors = list(_validator().iter_errors(msgspec.json.decode(body)))
    return f"{errors[0].message[:200]} at {'/'.join(map(str, errors[0].instance_path))}" if errors else ""
