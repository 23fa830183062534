"""Calls that go wrong on purpose."""

import random
from typing import Any

import msgspec


class Fault(msgspec.Struct, kw_only=True):
    """What happens to calls of a kind (an edge such as ``messages``, or ``*``): to a share, or to the next few.

    ``block_users.user`` is each person of such a call, whose own error it becomes.
    """

    calls: str = "*"
    code: int | None = None
    details: str = ""
    http_status: int | None = None
    timeout: float | None = None
    drop_answer: bool = False
    share: float | None = None
    count: int | None = None
    phone_number_id: str = ""


class Faults:
    """The faults in force, in the order they were asked for."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._random = random.Random(0)  # noqa: S311 (to be repeatable, not secret)

    def add(self, fault: Fault, seed: int | None) -> None:
        """One more."""
        self._faults.append(fault)
        if seed is not None:
            self._random.seed(seed)

    def clear(self) -> None:
        """All goes well again."""
        self._faults.clear()

    def list(self) -> list[dict[str, Any]]:
        """Those still in force."""
        found: list[dict[str, Any]] = msgspec.to_builtins(self._faults)
        return found

    def strike(self, edge: str, node: str, *, by_name: bool = False) -> Fault | None:
        """The fault that this call meets, if any; ``by_name``: one for all calls is none for this."""
        for fault in self._faults:
            if fault.calls not in ({edge} if by_name else {"*", edge}) or fault.phone_number_id not in {"", node}:
                continue
            if fault.share is not None and self._random.random() >= fault.share:
                continue
            if fault.count is not None:
                fault.count -= 1
                if fault.count <= 0:
                    self._faults.remove(fault)
            return fault
        return None
