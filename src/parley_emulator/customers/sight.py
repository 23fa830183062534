"""Whether a business sees the phone number of somebody who hides it (reference 12.1).

It does for 30 days after the two last used the number with each other, when the person has saved the business, and as
long as the portfolio's contact book has the person: it takes in by itself whom the portfolio used the number with.
"""

from bisect import bisect_right
from datetime import UTC, datetime

from parley_emulator.enforcement.portfolio import portfolio
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Customer

REMEMBERED = 30 * 86_400
BOOKS_SINCE = datetime(2026, 4, 1, tzinfo=UTC).timestamp()


def shows_number(platform: Platform, customer: Customer | None, chat: Chat) -> bool:
    """In what the business of that chat is told now."""
    if customer is None or not customer.hides_number or chat.number_id in customer.saved:
        return True
    now = platform.clock.now()
    return now - _last_use(customer, chat) < REMEMBERED or _is_in_book(platform, customer, chat)


def hide(customer: Customer, now: float) -> None:
    """From now on; what was before was with the number."""
    if not customer.hides_number:
        customer.hides_number, customer.hidden_since = True, now


def note_use(platform: Platform, customer: Customer | None, chat: Chat, now: float) -> None:
    """The business wrote to the number itself."""
    if customer is not None and customer.hides_number:
        chat.number_used_at = now
        platform.world.save_chat(chat)


def _last_use(customer: Customer, chat: Chat) -> float:
    before = bisect_right(chat.messages, customer.hidden_since, key=lambda message: message.at)
    return max(chat.number_used_at, chat.messages[before - 1].at if before else 0.0)


def _is_in_book(platform: Platform, customer: Customer, chat: Chat) -> bool:
    world = platform.world
    business = world.accounts[world.numbers[chat.number_id].waba_id].business_id
    if portfolio(world, business).fields.get("contact_book") is False:
        return False
    numbers = (each for each in world.numbers.values() if world.accounts[each.waba_id].business_id == business)
    chats = (world.chats.get((number.id, customer.wa_id)) for number in numbers)
    return any(_last_use(customer, each) >= BOOKS_SINCE for each in chats if each is not None)
