"""What to do instead of sending or asking for an identifier: the end of a number may stay, no part of a secret may."""

from collections.abc import Iterable

# A PIN's last four digits are the PIN.
SECRETS = frozenset({"PIN", "security code", "one-time code", "password", "security answer"})


def instead_of_sending(kinds: Iterable[str]) -> str:
    """The next step for whoever wrote these kinds of identifiers into a message."""
    named = set(kinds)
    if named <= SECRETS:
        return "Leave it out: no part of a secret may be written. Who needs it gets it on a secure page."
    if named & SECRETS:
        return "Leave the secret out altogether. Of a number write the last four digits only."
    return "Write the last four digits only, or send a link to a secure page."


def instead_of_asking(kind: str) -> str:
    """The next step for whoever asks for it."""
    if kind in SECRETS:
        return "Do not ask for it, nor for a part of it. Where it is needed, send a link to a secure page."
    return "Ask for the last four digits only, or send a link to a secure page."
