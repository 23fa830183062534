"""The review of a display name: after a while the platform decides, and the business is told."""

import re
from functools import partial

from parley_emulator.enforcement.news import tell_name
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.usernames import approve_username
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

LONGEST = 75
BAD_FORM = re.compile(r"https?://|www\.|[\U0001F300-\U0001FAFF]|[!@#$%^*]{2,}")
GOOD = frozenset({"APPROVED", "AVAILABLE_WITHOUT_REVIEW"})


def ask_for_name(platform: Platform, number: Number, wanted: str) -> None:
    """In review from now on. Raises Refusal."""
    if not 2 <= len(wanted) <= LONGEST:
        raise Refusal(100, f"Param new_display_name must have 2 to {LONGEST} characters.")
    number.fields = {**number.fields, "new_display_name": wanted, "new_name_status": "PENDING_REVIEW"}
    platform.world.save_number(number)
    review_soon(platform, number)


def review_soon(platform: Platform, number: Number) -> None:
    """The reviewer looks at it at a time of the platform's clock."""
    until = platform.clock.now() + platform.settings.pace.approval
    number.fields = {**number.fields, "review_until": until}
    platform.world.save_number(number)
    _await_review(platform, number, until)


def _await_review(platform: Platform, number: Number, until: float) -> None:
    platform.diary.at(until, partial(_due, platform, number.id, until))


def _due(platform: Platform, number_id: str, until: float) -> None:
    """A name that was asked for later is looked at later."""
    number = platform.world.numbers.get(number_id)
    if number is not None and number.fields.get("review_until") == until:
        review(platform, number_id)


def review(platform: Platform, number_id: str) -> None:
    """The reviewer's own decision: a name may not be an address, nor made of signs or all capitals."""
    number = platform.world.numbers.get(number_id)
    if number is None or not is_waiting(number):
        return
    name = str(number.fields.get("new_display_name") or number.verified_name)
    shouted = len(name) > 6 and name.isupper()
    if BAD_FORM.search(name) or not any(letter.isalnum() for letter in name) or shouted:
        decide(platform, number, "REJECTED", "NAME_FORMAT_UNACCEPTABLE")
    else:
        decide(platform, number, "APPROVED")


def is_waiting(number: Number) -> bool:
    """Whether a name of it is in review."""
    return "PENDING_REVIEW" in {number.fields.get("new_name_status"), number.fields.get("name_status")}


def decide(platform: Platform, number: Number, decision: str, reason: str | None = None) -> None:
    """The reviewer's decision, or the tester's."""
    fields = dict(number.fields)
    wanted = fields.get("new_display_name")
    name = str(wanted or number.verified_name)
    status = {"APPROVED": "APPROVED", "REJECTED": "DECLINED"}.get(decision, "PENDING_REVIEW")
    if wanted and status == "APPROVED":
        number.verified_name = name
        fields["name_status"] = status
        del fields["new_display_name"]
        fields.pop("new_name_status", None)
    elif wanted:
        fields["new_name_status"] = status
    else:
        fields["name_status"] = status
    number.fields = fields
    platform.world.save_number(number)
    tell_name(platform, number, decision, name, reason)
    if fields.get("name_status") == "APPROVED":
        approve_username(platform, number)


def resume_reviews(platform: Platform) -> None:
    """After a restart: go on with those in review."""
    for number in platform.world.numbers.values():
        if is_waiting(number):
            until = number.fields.get("review_until")
            if until is None:
                review_soon(platform, number)
            else:
                _await_review(platform, number, until)
