"""``filtering=[{"field": "account_mode", "operator": "EQUAL", "value": "SANDBOX"}]``: which of a list a call wants."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal

OPERATORS: dict[str, Callable[[str, list[str]], bool]] = {
    "EQUAL": lambda value, wanted: wanted == [value],
    "NOT_EQUAL": lambda value, wanted: wanted != [value],
    "IN": lambda value, wanted: value in wanted,
    "NOT_IN": lambda value, wanted: value not in wanted,
    "CONTAIN": lambda value, wanted: wanted[0].lower() in value.lower(),
}


class _Filter(msgspec.Struct):
    field: str
    operator: str
    value: str | int | bool | list[str | int]

    def keeps(self, whole: dict[str, Any]) -> bool:
        wanted = [str(each) for each in (self.value if isinstance(self.value, list) else [self.value])]
        return OPERATORS[self.operator.upper()](str(whole.get(self.field) or ""), wanted or [""])


def filtered(call: Call, items: Sequence[dict[str, Any]], known: Sequence[str]) -> list[dict[str, Any]]:
    """Those that all filters keep; ``known``: by which fields one may filter. Raises Refusal."""
    wanted = _filters(call)
    for each in wanted:
        if each.field not in known:
            raise Refusal(100, f"Param filtering: field must be one of {', '.join(known)}.")
        if each.operator.upper() not in OPERATORS:
            raise Refusal(100, f"Param filtering: operator must be one of {', '.join(OPERATORS)}.")
    return [item for item in items if all(each.keeps(item) for each in wanted)]


def _filters(call: Call) -> list[_Filter]:
    """Quotes may be single ones, as in the documentation's own examples."""
    given = call.value("filtering")
    if given is None:
        return []
    try:
        read = msgspec.json.decode(given.replace("'", '"')) if isinstance(given, str) else given
        return msgspec.convert(read, list[_Filter])
    except msgspec.MsgspecError as error:
        raise Refusal(100, "Param filtering must be an array of {field, operator, value}.") from error
