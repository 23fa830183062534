"""No door beside the door: what may reach a person goes through the wire, and the wire takes a ``Cleared`` only."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from parley.core.policy.gate import Cleared
from parley.whatsapp import blocking, wire
from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.doors import FREE, DoorClosed, may_be_called
from tests.shape.files import ROOT, SOURCE, dotted, imported, modules, named_in

DESCRIPTION = ROOT / "third_party" / "meta" / "whatsapp-openapi-v23.yaml"
# Edges of Meta's description that change something and are closed, each with why. A new one fails the test below.
CLOSED = {
    "messages": "the wire's own",
    "messages_encrypted": "messages by another name",
    "marketing_messages": "messages by another name",
    "calls": "rings at a person",
    "groups": "writes to several people",
    "invite_link": "lets people into a group",
    "join_requests": "lets people into a group",
    "participants": "puts people out of a group",
    "block_users": "takes a person's way to the business: by its own door only, whatsapp/blocking.py",
    "conversational_automation": "greets people with words that no rule has read",
    "add_phone_numbers": "not used: numbers come by phone_numbers",
    "preverified_numbers": "not used",
    "partners": "not used",
    "share_preverified_numbers": "not used",
    "onboard_partners_to_mm_lite": "not used: opens marketing messages",
    "assigned_users": "not used: people are given rights in WhatsApp Manager",
    "schedules": "not used",
    "whatsapp_business_solution": "not used",
    "obo_mobility_intent": "not used",
    "set_obo_mobility_intent": "not used",
    "set_solution_migration_intent": "not used",
    "access_token": "not used: makes tokens",
}
# Beside Meta's description: what its pages tell of.
ON_PAGES = {"thread_control", "call_permissions", "messages", "threads", "broadcasts"}
ACCESS = NumberAccess("1", "EAATOKEN")


def test_every_call_that_metas_description_knows_is_decided_upon() -> None:
    undecided = {edge for _, edge in changing() if edge} - FREE - set(CLOSED)
    assert undecided == set()


def test_nothing_is_both_free_and_closed() -> None:
    assert not FREE & (set(CLOSED) | ON_PAGES)


@pytest.mark.parametrize("edge", sorted(set(CLOSED) | ON_PAGES))
async def test_a_closed_call_is_refused_before_anything_is_asked(edge: str) -> None:
    session = await GraphSession.open("http://127.0.0.1:9", "v23.0", "secret")
    with pytest.raises(DoorClosed):
        await session.call("POST", f"1/{edge}", ACCESS, json={})
    await session.close()


@pytest.mark.parametrize(
    "path", ["1/../1/messages", "1/settings/../../messages", "1%2Fmessages", "Y2FwaV9ncm91cA==", "1/messages?a=1", ""]
)
def test_a_path_that_is_written_otherwise_opens_nothing(path: str) -> None:
    assert not may_be_called("POST", path)


def test_only_the_wire_and_the_client_may_call_without_that_question() -> None:
    allowed = {"parley.whatsapp.client", "parley.whatsapp.wire", "parley.whatsapp.blocking"}
    private = {"unguarded", "_http", "_pools"}
    for module in modules(SOURCE / "parley"):
        if dotted(module) not in allowed:
            assert not of_others(module) & private, f"{module} goes around the question"


def test_the_platforms_address_is_given_to_its_client_only() -> None:
    """Whoever has the address could open a connection of their own. Settings make of it where a dialogue is shown."""
    told = {dotted(module) for module in modules(SOURCE / "parley") if "graph_url" in attributes(module)}
    allowed = ("parley.commands", "parley.demo", "parley.workers.all", "parley.settings")
    assert {name for name in told if not name.startswith(allowed)} == set()


def test_the_wire_sends_what_the_gate_has_cleared_and_nothing_else() -> None:
    public = {name for name, each in inspect.getmembers(wire, inspect.iscoroutinefunction) if name[0] != "_"}
    assert public == {"send", "mark_read"}
    assert inspect.signature(wire.send).parameters["cleared"].annotation is Cleared


def test_only_the_worker_of_blocks_may_block_and_only_what_is_decided() -> None:
    importers = {dotted(module) for module in modules() if "parley.whatsapp.blocking" in imported(module)}
    assert importers == {"parley.workers.blocks"}
    public = {name for name, each in inspect.getmembers(blocking, inspect.iscoroutinefunction) if name[0] != "_"}
    assert public == {"block"}
    assert inspect.signature(blocking.block).parameters["decided"].annotation is blocking.Decided


async def test_the_door_of_blocking_refuses_what_looks_like_decided() -> None:
    session: Any = None
    forged: Any = type("Forged", (), {"person": "447700900101"})()
    with pytest.raises(TypeError, match="decided"):
        await blocking.block(session, ACCESS, forged)


async def test_the_wire_refuses_what_looks_like_cleared() -> None:
    session: Any = None
    forged: Any = type("Forged", (), {"message": None})()
    with pytest.raises(TypeError, match="cleared"):
        await wire.send(session, ACCESS, forged)


def changing() -> set[tuple[str, str]]:
    """(method, edge) of every call of the description that changes something; '' for a node itself."""
    found, edge = set(), ""
    for line in DESCRIPTION.read_text(encoding="utf-8").splitlines():
        if path := re.fullmatch(r"  /\{Version\}/\{[^}]+\}(?:/(\w+)(?:/\{[^}]+\})?)?:", line):
            edge = path[1] or ""
        elif re.match(r"  /", line):
            edge = ""
        elif method := re.fullmatch(r"    (post|put|patch|delete):", line):
            found.add((method[1].upper(), edge))
    assert len(found) > 30
    return found


def of_others(module: Path) -> set[str]:
    """Every ``x.name`` of a module that is not ``self.name``, and every text, for ``getattr``."""
    known = named_in(module)
    return {name for of, name in known.attributes if of != "self"} | known.texts


def attributes(module: Path) -> set[str]:
    """Every ``x.name`` of a module."""
    return {name for _, name in named_in(module).attributes}
