"""A test number, and whom it may write to: how many the list takes is not confirmed (reference 1.2)."""

from parley_emulator.state.records import Number

MOST = 5
MODE, SANDBOX, LISTED = "account_mode", "SANDBOX", "test_recipients"


def is_test_number(number: Number) -> bool:
    """One that came with the application's own account."""
    return bool(number.fields) and number.fields.get(MODE) == SANDBOX
