"""Why a text is rejected: each documented reason has a cause in the text (reference 8.5).

Our own stand-in for the real review: few plain patterns, so that a test or a demonstration knows what will come.
"""

import re
from dataclasses import dataclass

from parley_emulator.templates.tongues import is_in

ASKS = re.compile(
    r"\b(send|give|tell|reply with|enter|share|provide)\b[^.!?]{0,40}\b(card number|full card|cvv|pin code|your pin|"
    r"password|account number|passport number|social security|id number|national id)\b",
    re.IGNORECASE,
)
THREATENS = re.compile(
    r"\b(or else|we will (find|hurt|sue) you|legal action will be taken|last warning)\b", re.IGNORECASE
)
DECEIVES = re.compile(
    r"\b(you (have )?won|guaranteed (profit|income|winner)|claim your (prize|reward)|double your money)\b",
    re.IGNORECASE,
)
PLAYS = re.compile(
    r"\b(raffle|lottery|scratch card|spin the wheel|lucky draw|sweepstakes?|prize draw)\b", re.IGNORECASE
)
LOGS_IN = re.compile(
    r"\b(verification|one[- ]time|log[- ]?in|sign[- ]?in|security|authentication)[- ](code|password|passcode|pin)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Rejection:
    """``why`` and ``remedy``: told with INVALID_FORMAT only."""

    reason: str
    why: str = ""
    remedy: str = ""


def cause_in(words: str, language: str) -> Rejection | None:
    """The first there is; ``words``: header, body and footer together."""
    if ASKS.search(words) or THREATENS.search(words):
        return Rejection("ABUSIVE_CONTENT")
    if DECEIVES.search(words):
        return Rejection("SCAM")
    if PLAYS.search(words):
        return Rejection("PROMOTIONAL")
    if LOGS_IN.search(words):
        return Rejection("INCORRECT_CATEGORY")  # one-time codes have a category, and a text, of their own
    return None if is_in(words, language) else Rejection("TAG_CONTENT_MISMATCH")
