"""``{result=NAME:JSONPATH}``: what an operation of a batch takes out of the answer to an earlier one."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.several.operation import NAMED


def filled(text: str, answers: Mapping[str, Any], write: Callable[[str], str] = quote) -> str:
    """Several values stand with commas between them. Raises Refusal for what is no JSONPath."""
    return NAMED.sub(lambda found: ",".join(write(each) for each in _values(answers[found[1]], found[2])), text)


def _values(answer: Any, path: str) -> list[str]:
    from jsonpath_ng.exceptions import JSONPathError  # noqa: PLC0415 - 0.1 s of every start, for the few that need it
    from jsonpath_ng.parser import parse  # noqa: PLC0415

    try:
        return [str(match.value) for match in parse(path).find(answer)]
    except JSONPathError as error:
        raise Refusal(100, message=f"{path} is no JSONPath.", kind="GraphBatchException") from error
