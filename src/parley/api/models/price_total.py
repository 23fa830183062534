"""What WhatsApp counts and charges itself, beside what was booked."""

from datetime import date

from parley.api.models.base import Model
from parley.api.models.price import Amount


class ComparedOut(Model):
    """Both sides of one country, category and kind. ``difference``: '' where they agree, else why; ``sentence`` helps.

    One of more_there, more_here, amount, example, unpriced, currency. An amount is null where nobody said how much.
    """

    country: str
    category: str
    kind: str
    ours: int
    theirs: int
    our_amount: Amount | None
    their_amount: Amount | None
    our_currency: str
    their_currency: str
    difference: str
    sentence: str


class TroubleOut(Model):
    """Why an account's totals could not be fetched. ``retriable``: it is asked again by itself soon, else in a day."""

    account_id: str
    code: int
    sentence: str
    retriable: bool


class TotalsOut(Model):
    """A month (UTC) over the days that WhatsApp was asked about. ``differing``: how many lines do not agree."""

    month: str
    days: int
    last: date | None
    sentence: str
    differing: int
    lines: list[ComparedOut]
    troubles: list[TroubleOut]
