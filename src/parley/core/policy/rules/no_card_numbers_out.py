"""No message carries a full-length payment card number or bank account number.

Why: a chat is kept on telephones and shown on lock screens; a full number in it can be stolen. The last four digits
are enough to speak about a card.

Allowed: “the card ending in 1111”; an order, tracking or telephone number.
Denied: a card number that passes its check digit in an issuer's range, or an IBAN, in any part of the message: also
where nobody sees it, such as the id of a button, or the end of an address; the message that completes a number which
ours of the last minutes began, and a number cut over header, text, footer and buttons.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from parley.core.messages import Button, Buttons, texts_once, to_builtins
from parley.core.policy.examples import a_draft, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.identifiers import Found, find_across, find_completed
from parley.core.policy.identifiers.advice import instead_of_sending
from parley.core.policy.matters import BotPlan, CatalogueItem, TemplateDraft
from parley.core.policy.parts import LONGEST
from parley.core.policy.screening import REMEMBERED
from parley.core.policy.verdicts import Finding

CLAUSE = "D3"
MOMENTS = ("outbound", "template", "automation", "catalogue", "agent")
Said = Outbound | TemplateDraft | BotPlan | CatalogueItem
# A bare number of which only the length is known is more often a telephone's or an order's.
SURE = frozenset({"check digit", "context", "alone"})
# Header, text, footer and three buttons; of a longer list each row is a thing of its own.
PARTS = 6
# Made by us or by the platform.
IDS = frozenset({"media_id", "platform_id", "type"})


def check(matter: Said) -> Finding | None:
    """Block a message that shares a full number."""
    texts = _strings(to_builtins(matter.content)) if isinstance(matter, Outbound) else matter.texts()
    closely = matter.closely if isinstance(matter, Outbound) else None
    found_in = _found(tuple([text[: closely or LONGEST] for text in texts]))
    if isinstance(matter, Outbound):
        found_in = (*found_in, *_completed(matter))
    kinds = sorted({found.kind for found in found_in if found.basis in SURE})
    if not kinds:
        return None
    return Finding(
        rule="no_card_numbers_out",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The message contains a full {' and '.join(kinds)}, which may not be sent over WhatsApp.",
        next_step="remove_identifier",
        next_sentence=instead_of_sending(kinds),
        facts={"kinds": kinds},
    )


@lru_cache(maxsize=REMEMBERED)
def _found(parts: tuple[str, ...]) -> tuple[Found, ...]:
    return tuple(find_across(parts))


def _completed(message: Outbound) -> Iterator[Found]:
    """What only the parts of the message make as they are read, or its row with our messages before it."""
    parts = texts_once(message.content)
    if len(parts) <= PARTS:
        for place in range(1, len(parts)):
            yield from find_completed(parts[:place], parts[place])
    yield from find_completed(message.lately, "\n".join(parts))


def _strings(value: Any) -> Iterator[str]:
    """Every string of the message, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from () if name in IDS else _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def breaches() -> tuple[Said, ...]:
    """What it refuses."""
    return (
        an_outbound("Your card is 4111 1111 1111 1111."),
        an_outbound("Pay to GB82 WEST 1234 5698 7654 32."),
        an_outbound("Your PIN is 4821."),
        an_outbound("Your PIN is 4821 and your card is 4111 1111 1111 1111."),
        an_outbound("1111 1111", lately=("Your card is 4111 1111",)),
        an_outbound("and then comes 1111 1111", lately=("It begins with 4111 1111.", "One moment.")),
        an_outbound(Buttons("1111 1111 is the rest", (Button("a", "Thanks"),), header="4111 1111")),
        a_draft("Pay to GB82 WEST 1234 5698 7654 32."),
    )


def look_alikes() -> tuple[Said, ...]:
    """What it leaves in peace."""
    return (
        an_outbound("Your card ending in 1111 is on its way, order 1234567890123456."),
        an_outbound("Your card ends in 1111.", lately=("Order 41234567 is on its way.", "Branch 1111 is open.")),
        a_draft("Your card ending in {{1}} is on its way."),
    )
