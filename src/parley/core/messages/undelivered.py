"""What an agent reads where a block may be why WhatsApp did not deliver: who blocked whom, and what to do.

Source: cloud API, 9. That the business has blocked the person has a code of its own. That a person has blocked the
business never has: WhatsApp keeps it to itself, and says the same of who has no WhatsApp, an old one, or new terms
to accept. So the sentence says what may be, and claims nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Undelivered:
    """In English; ``core/policy/sentences`` says both again in the languages of agents."""

    sentence: str
    next_sentence: str


BY_CODE = {
    130403: Undelivered(
        "This business has blocked this person on WhatsApp, so nothing is delivered to them.",
        "If they are to be written to, ask a supervisor to unblock them under “Show blocked people”, "
        "then send it again.",
    ),
    131026: Undelivered(
        "WhatsApp could not deliver the message to this person. They may have blocked this business, have no WhatsApp "
        "on this number, or an old version of it: WhatsApp does not say which.",
        "Do not send it again. Wait until they write, or reach them on another way.",
    ),
}


def told(code: int, sentence: str, next_sentence: str = "") -> dict[str, str]:
    """What is kept of a failure for its sentences; those given, where a block can not be the reason."""
    known = BY_CODE.get(code, Undelivered(sentence, next_sentence))
    return {"clause": "", "sentence": known.sentence, "next_step": "none", "next_sentence": known.next_sentence}
