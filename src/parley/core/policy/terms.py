"""What a version of the policy fixes: the few points on which versions differ, as values that rules read."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Terms:
    """The document as it stands (R0) is the default of every field, and the strictest.

    ``opt_in``: 'named', the opt-in states WhatsApp and the business's name; 'general', a general permission to be
    written to is enough. ``pricing``: per conversation, as the document says, or per message. ``marketing_stop``:
    whether the platform's stop signal for marketing (131050) counts as the person's word. ``usernames``: whether a
    person known by a user name only may be written to. ``general_assistants``: whether an assistant for everything
    may be run on the platform. ``country_exceptions``: clause → countries in which it is lifted for licensed
    businesses. The rest are doors of the platform, closed unless a version opens them.
    """

    opt_in: Literal["named", "general"] = "named"
    pricing: Literal["conversation", "message"] = "conversation"
    marketing_stop: bool = False
    usernames: bool = False
    general_assistants: bool = True
    country_exceptions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    direct_send: bool = False
    groups: bool = False
    calls: bool = False
    payments: bool = False
    marketing_messages_api: bool = False
    foreign_threads: bool = False

    def lifted_in(self, clause: str) -> tuple[str, ...]:
        """Countries in which the clause is lifted for a business that is licensed there."""
        return next((countries for named, countries in self.country_exceptions if named == clause), ())


R0 = Terms()
