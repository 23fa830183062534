"""The platform's error codes, each with what is to be done about it (cloud API, error codes)."""

from dataclasses import dataclass
from typing import Literal

Remedy = Literal["retry", "wait", "stop_number", "stop_template", "suppress_person", "tell_human"]


@dataclass(frozen=True)
class Meaning:
    """What a code means for a person, and for the machine: whether, and after how long, to try again."""

    remedy: Remedy
    sentence: str

    @property
    def retriable(self) -> bool:
        """Whether the same request may succeed later."""
        return self.remedy in ("retry", "wait")


def _codes(remedy: Remedy, sentences: dict[int, str]) -> dict[int, Meaning]:
    return {code: Meaning(remedy, sentence) for code, sentence in sentences.items()}


MEANINGS: dict[int, Meaning] = {
    **_codes(
        "retry",
        {
            1: "WhatsApp had a fault for a moment.",
            2: "WhatsApp was not available for a moment.",
            131000: "Something went wrong at WhatsApp.",
            131016: "WhatsApp's service is overloaded.",
            133004: "WhatsApp's server is not available for a moment.",
        },
    ),
    **_codes(
        "wait",
        {
            4: "The limit of requests of the app is reached.",
            80007: "The limit of requests of the business account is reached.",
            130429: "The number sends faster than WhatsApp allows.",
            131056: "Too many messages to this person in a short time.",
            131057: "The business account is under maintenance.",
        },
    ),
    **_codes(
        "stop_number",
        {
            190: "The access token is not valid any more.",
            131031: "WhatsApp has locked the business account.",
            131042: "There is a problem with the account's payment.",
            131045: "The number is not registered.",
            131048: "WhatsApp limits the number because too many of its messages were blocked or reported.",
            133010: "The number is not registered.",
            368: "WhatsApp has blocked the account for breaking its policy.",
        },
    ),
    **_codes(
        "stop_template",
        {
            132000: "The number of parameters is not the template's.",
            132001: "The template does not exist in that language.",
            132005: "The filled template is too long.",
            132007: "The template breaks WhatsApp's policy on characters.",
            132012: "A parameter has not the template's form.",
            132015: "WhatsApp has paused the template because of its quality.",
            132016: "WhatsApp has disabled the template because of its quality.",
        },
    ),
    **_codes(
        "suppress_person",
        {
            131026: "The message can not be delivered to this person.",
            131030: "This person is not on the test number's list.",
            131047: "More than 24 hours have passed since the customer's last message.",
            131049: "WhatsApp held this message back to keep people from getting too many.",
            131050: "This person has stopped marketing messages.",
        },
    ),
    **_codes(
        "tell_human",
        {
            100: "WhatsApp did not accept a part of the message.",
            131008: "A required part of the message is missing.",
            131009: "A value in the message is not accepted.",
            131021: "A business can not write to itself.",
            131051: "WhatsApp does not know this type of message.",
            131052: "The file could not be fetched.",
            131053: "The file could not be uploaded.",
        },
    ),
}


def meaning_of(code: int, http_status: int = 400) -> Meaning:
    """The meaning of a code; an unknown one is worth another try only where the server itself failed."""
    known = MEANINGS.get(code)
    if known is not None:
        return known
    if http_status >= 500 or http_status == 429:
        return Meaning("retry", "WhatsApp did not answer as it should.")
    return Meaning("tell_human", "WhatsApp refused the message.")
