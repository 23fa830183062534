"""What kind of node a call answers with, and which fields such a node has.

A file of an edge says it in ``SHAPE``; the router holds ``fields`` against it before the call is answered, so that a
name that does not exist is refused for an empty list as well.
"""

from collections.abc import Iterable

from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.selection import Field, parse


class Shape:
    """``kind`` as the platform names it in its refusals; ``fields``: all there are."""

    def __init__(self, kind: str, *fields: Iterable[str]) -> None:
        self.kind = kind
        self.fields = frozenset({"id"}.union(*fields))

    def check(self, asked: str) -> None:
        """Raises Refusal for a field that this kind of node does not have."""
        for each in parse(asked):
            self._check(each)

    def _check(self, field: Field) -> None:
        if field.name not in self.fields:
            message = f"(#100) Tried accessing nonexisting field ({field.name}) on node type ({self.kind})"
            raise Refusal(100, message=message)
