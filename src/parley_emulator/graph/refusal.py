"""A refusal in the platform's own words and codes; the sentence of an answer is never meant to be parsed."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from parley_emulator.graph.codes import CODES

# Throttling and faults that pass by themselves, on calls of management.
TRANSIENT = frozenset({2, 4, 613, 80007})
MISSING, WRONG = 131008, 131009
HELP = "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/"


class Refusal(Exception):
    """A documented code with details that name the parameter."""

    def __init__(
        self, code: int, details: str = "", *, message: str = "", subcode: int = 0, kind: str = "OAuthException"
    ) -> None:
        super().__init__(f"({code}) {details or message}")
        self.code = code
        self.details = details
        self.message = message
        self.subcode = subcode
        self.kind = kind

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return CODES.get(self.code, (400, ""))[0]

    @property
    def title(self) -> str:
        """What the code means."""
        return CODES.get(self.code, (400, "Unknown error"))[1]

    def envelope(self) -> dict[str, Any]:
        """The body of the answer."""
        error: dict[str, Any] = {
            "message": self.message or f"(#{self.code}) {self.title}",
            "type": self.kind,
            "code": self.code,
        }
        if self.code in TRANSIENT:
            error["is_transient"] = True
        if self.subcode:
            error["error_subcode"] = self.subcode
        if self.subcode and self.details:  # calls of management: what a person may be shown
            error |= {"error_user_title": self.message or self.title, "error_user_msg": self.details}
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        error["fbtrace_id"] = "A" + secrets.token_urlsafe(17)
        return {"error": error}

    def in_webhook(self) -> dict[str, Any]:
        """The same as statuses carry it."""
        return {
            "code": self.code,
            "title": self.title,
            "message": self.title,
            "error_data": {"details": self.details or self.title},
            "href": HELP,
        }


@contextmanager
def of_management() -> Iterator[None]:
    """In calls of management what is missing or wrong is 100; 131008 and 131009 are of messages (reference 1.3, 9)."""
    try:
        yield
    except Refusal as refusal:
        if refusal.code == MISSING:  # in the words of the platform's traffic, without more
            raise Refusal(100, message=f"(#100) {refusal.details}") from refusal
        if refusal.code == WRONG:
            raise Refusal(100, refusal.details, subcode=refusal.subcode) from refusal
        raise


def unknown_object(method: str, node: str) -> Refusal:
    """What is not there and what this token may not see look alike."""
    verb = "get" if method == "GET" else method.lower()
    return Refusal(
        100,
        message=f"Unsupported {verb} request. Object with ID '{node}' does not exist, cannot be loaded due to missing "
        "permissions, or does not support this operation. Please read the Graph API documentation at "
        "https://developers.facebook.com/docs/graph-api",
        subcode=33,
        kind="GraphMethodException",
    )
