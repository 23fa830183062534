"""What an account may not do for a while, or not any more."""

from typing import Any

from parley_emulator.state.records import Account

STARTS = "RESTRICTED_BIZ_INITIATED_MESSAGING"
ANSWERS = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"
ADDING = "RESTRICTED_ADD_PHONE_NUMBER_ACTION"
UTILITY = "RESTRICTED_UTILITY_TEMPLATES"
UTILITY_RATE = "RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING"
DIRECT_UTILITY = "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES"
CALLS_OUT = "RESTRICTED_BUSINESS_INITIATED_CALLING"
CALLS_IN = "RESTRICTED_USER_INITIATED_CALLING"
CALLS = "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING"
BUTTON_HIDDEN = "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN"
# Those that forbid what others do, too.
WIDER = {CALLS_OUT: CALLS, CALLS_IN: CALLS}
TYPES = frozenset(
    {STARTS, ANSWERS, ADDING, UTILITY, UTILITY_RATE, DIRECT_UTILITY, CALLS_OUT, CALLS_IN, CALLS, BUTTON_HIDDEN}
)


def restrictions_of(account: Account, now: float) -> list[dict[str, Any]]:
    """Those in force. One without an end stays until it is lifted."""
    every = account.fields.get("restrictions", ())
    return [each for each in every if each.get("expiration") is None or each["expiration"] > now]


def is_restricted(account: Account, kind: str, now: float) -> bool:
    """Whether it is in force now, or one that forbids the same and more."""
    kinds = {kind, WIDER.get(kind, kind)}
    return any(each["restriction_type"] in kinds for each in restrictions_of(account, now))


def is_banned(account: Account) -> bool:
    """Disabled as a whole."""
    return account.fields.get("ban_state") == "DISABLE"
