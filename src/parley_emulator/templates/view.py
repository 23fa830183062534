"""A template as the Graph API shows it."""

from typing import Any

import msgspec

from parley_emulator.graph.shape import Shape
from parley_emulator.state.records import Template

FIELDS = ("name", "parameter_format", "components", "language", "status", "category", "id")

MORE = (
    *(
        "correct_category",
        "previous_category",
        "sub_category",
        "library_template_name",
        "cta_url_link_tracking_opted_out",
    ),
    "degrees_of_freedom_spec",
)
OWN = frozenset(Template.__struct_fields__) - {"waba_id", "fields"}
TEMPLATE = Shape("MessageTemplate", OWN, MORE, ("health_status", "rejection_info"))


def view(template: Template) -> dict[str, Any]:
    """All fields there are."""
    whole: dict[str, Any] = msgspec.to_builtins(template)
    del whole["waba_id"]
    more = {name: value for name, value in whole.pop("fields").items() if name in MORE}
    return {**dict.fromkeys(MORE), **whole, **more}
