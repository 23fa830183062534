"""The accounts of a Client's messages."""

from parley.api.models.base import Model


class Account(Model):
    """How many of a kind: by conversation business_initiated or user_initiated, by message regular or free."""

    market: str
    category: str
    kind: str
    count: int


class Difference(Model):
    """A message that WhatsApp prices otherwise than we do: ``kind/category`` of both."""

    message_id: str
    ours: str
    theirs: str


class Accounts(Model):
    """Both models side by side. ``reported``: how many WhatsApp has named a price of; ``differing`` of them all."""

    delivered: int
    complete: bool
    by_conversation: list[Account]
    by_message: list[Account]
    reported: int
    differing: int
    differences: list[Difference]
