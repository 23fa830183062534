"""What a customer asks of the business in so many words: not to be written to (B7), or to speak with a person (C7)."""

from parley.core.policy.wishes.wish import WISHES, Wish, wish

__all__ = ["WISHES", "Wish", "wish"]
