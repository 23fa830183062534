"""Passwords are kept as argon2id hashes."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


def verify(kept: str | None, password: str) -> bool:
    """Whether it is that password. Without an account (None) the same work is done, so that the time tells nothing."""
    try:
        return _hasher.verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
