"""What the gate remembers of texts, so that a benchmark can have a text read as if it were met first."""

from parley.core.policy import screening
from parley.core.policy.identifiers import sent
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identity import claimed_by
from parley.core.policy.rules import no_card_numbers_out, no_requests_for_identifiers
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.trades import trades_in

REMEMBERED = (
    fold,
    plain,
    claimed_by,
    screening.read,
    trades_in,
    sent._groups,
    screening.screen,
    screening.signs,
    screening._screened,
    screening._strongest,
    no_card_numbers_out._found,
    no_requests_for_identifiers._asked_in,
)


def forget() -> None:
    """Nothing of any text is remembered; what is known of words stays, as in a process that has run for a while."""
    for each in REMEMBERED:
        each.cache_clear()
