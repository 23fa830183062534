"""The local platform as a process of its own, one for all these tests; each test has a number of its own."""

from tests.emulator.conftest import Desk, desk, emulator, hook

__all__ = ["Desk", "desk", "emulator", "hook"]
