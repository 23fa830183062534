import subprocess
import sys
from pathlib import Path

from tests.shape.files import ROOT, SOURCE, dotted, imported, modules, named_in

WIRE = "parley.whatsapp.wire"
SENDER = "parley.workers.sender"
GATE = "parley.core.policy.gate"
WALL_CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time")}
CLOCKS_AND_DICE = {"random", "secrets", "time", "uuid.uuid1", "uuid.uuid4", "os.urandom", "numpy.random"}


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_only_the_sender_imports_the_wire() -> None:
    importers = {dotted(module) for module in modules() if WIRE in imported(module)}
    assert importers <= {SENDER}


def test_nothing_reaches_the_wire_by_another_name() -> None:
    """``from parley import whatsapp`` and ``import_module`` would be ways around the test above."""
    for module in modules():
        if dotted(module) in (WIRE, SENDER):
            continue
        assert "whatsapp.wire" not in module.read_text(), module
        attributes = {name for _, name in named_in(module).attributes}
        assert not (attributes & {"wire"} and "parley.whatsapp" in imported(module)), module


def test_only_the_gate_makes_a_cleared() -> None:
    for module in modules():
        if dotted(module) == GATE:
            continue
        for (_, name), line in named_in(module).called.items():
            assert name != "Cleared", f"{module}:{line} makes a Cleared"
        assert f"{GATE}._KEY" not in imported(module), module


def test_the_core_reads_no_clock_and_throws_no_dice() -> None:
    for module in modules(SOURCE / "parley" / "core"):
        assert not imported(module) & CLOCKS_AND_DICE, module
        assert not named_in(module).called.keys() & WALL_CLOCK, module


def test_only_the_clock_reads_the_wall_clock() -> None:
    """Time is told, not read: the local platform moves the service's clock. Commands stand outside the service."""
    for module in modules(SOURCE / "parley"):
        if not dotted(module).startswith(("parley.clock", "parley.commands", "parley.demo")):
            assert not named_in(module).called.keys() & WALL_CLOCK, module
