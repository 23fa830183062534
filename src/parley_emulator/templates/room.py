"""How many templates an account may have: 250, or 6,000 with a verified business and an approved name."""

from parley_emulator.enforcement.portfolio import portfolio_of
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

FEW, MANY = 250, 6_000
AN_HOUR = 100
FULL = 2388019
APPROVED = frozenset({"APPROVED", "AVAILABLE_WITHOUT_REVIEW"})


def room_of(platform: Platform, account: Account) -> tuple[int, int]:
    """(templates there are, templates there may be); each language counts."""
    world = platform.world
    own = [number for number in world.numbers.values() if number.waba_id == account.id]
    names = {number.fields.get("name_status", "APPROVED") for number in own}
    is_known = portfolio_of(world, account.id).fields.get("verified") and not APPROVED.isdisjoint(names)
    return sum(each.waba_id == account.id for each in world.templates.values()), MANY if is_known else FEW


def note_creation(platform: Platform, account: Account) -> None:
    """Raises Refusal where a hundred were made within the hour."""
    if not platform.usage.take(f"templates:{account.id}", AN_HOUR, platform.clock.now()):
        raise Refusal(80007, f"At most {AN_HOUR} templates can be created in an hour.")


def check_room(platform: Platform, account: Account, added: int = 1) -> None:
    """Raises Refusal where so many may not be added."""
    count, most = room_of(platform, account)
    if count + added > most:
        raise Refusal(100, f"The account has {most} templates. Delete some that are not used.", subcode=FULL)
