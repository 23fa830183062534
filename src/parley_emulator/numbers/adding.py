"""A new number of an account."""

import phonenumbers

from parley_emulator import ids
from parley_emulator.enforcement.names import LONGEST, review_soon
from parley_emulator.enforcement.portfolio import accounts_of, portfolio
from parley_emulator.enforcement.restrictions import ADDING, is_restricted
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.activities import note_activity
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number, Thing

FEW, MANY = 2, 20
SHORTEST, LONGEST_PHONE = 7, 15


def add_number(platform: Platform, call: Call, account: Account) -> Number:
    """Not verified unless it was before, not registered, its name in review. Raises Refusal."""
    ready = _preverified(platform, call)
    written = ready.fields["phone_number"] if ready else call.param("phone_number")
    phone = read_phone(written, call.param("cc") or call.param("country_code"))
    token = next(each.access_token for each in call.numbers if each.waba_id == account.id)
    number = make_number(platform, account, phone, call.param("verified_name"), token)
    if ready is not None:
        set_field(platform, number, "code_verification_status", "VERIFIED")
        set_field(platform, number, "is_preverified_number", True)
        platform.world.drop_thing(ready)
    return number


def make_number(
    platform: Platform, account: Account, phone: phonenumbers.PhoneNumber, verified_name: str, token: str
) -> Number:
    """Where the account may have one more. Raises Refusal."""
    if is_restricted(account, ADDING, platform.clock.now()):
        raise Refusal(368, "The account may not add phone numbers for now.")
    _check_room(platform, account)
    name = verified_name.strip()
    if not 2 <= len(name) <= LONGEST:
        raise Refusal(100, f"Param verified_name must have 2 to {LONGEST} characters.")
    number = Number(
        id=ids.digits(15),
        waba_id=account.id,
        display_phone_number=phonenumbers.format_number(phone, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
        verified_name=name,
        access_token=token,
        country=phonenumbers.region_code_for_number(phone) or "US",
        quality_rating="UNKNOWN",
        status="PENDING",
        registered=False,
        fields={"code_verification_status": "NOT_VERIFIED", "name_status": "PENDING_REVIEW"},
    )
    if any(each.digits == number.digits for each in platform.world.numbers.values()):
        raise Refusal(100, "The phone number is in use already.")
    platform.world.save_number(number)
    told = {"phone_number_id": number.id}
    note_activity(platform, account.id, "PHONE_NUMBER_ADDED", "A phone number was added.", told)
    review_soon(platform, number)
    return number


def read_phone(written: str, country_code: str = "") -> phonenumbers.PhoneNumber:
    """With or without its country code. Raises Refusal."""
    digits = "".join(filter(str.isdigit, written))
    code = "".join(filter(str.isdigit, country_code))
    texts = [f"+{code}{digits}", f"+{digits}"] if code else [f"+{digits}"]
    phones = [phone for text in texts if (phone := _parsed(text))]
    likely = (phone for phone in phones if phonenumbers.is_possible_number(phone))
    phone = next(likely, phones[-1] if phones else None)
    if phone is None or not SHORTEST <= len(digits) <= LONGEST_PHONE:
        raise Refusal(100, "Param phone_number is not a phone number.")
    return phone


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        return None


def _check_room(platform: Platform, account: Account) -> None:
    owned = {each.id for each in accounts_of(platform.world, account.business_id)}
    count = sum(each.waba_id in owned for each in platform.world.numbers.values())
    most = FEW if portfolio(platform.world, account.business_id).fields["limit"] == "TIER_250" else MANY
    if count >= most:
        raise Refusal(100, f"The business portfolio has at most {most} phone numbers.")


def _preverified(platform: Platform, call: Call) -> Thing | None:
    node = call.param("preverified_id")
    if not node:
        return None
    thing = platform.world.things.get(node)
    if thing is None or thing.kind != "preverified" or thing.fields["verification_status"] != "VERIFIED":
        raise Refusal(100, "Param preverified_id is not a verified number.")
    return thing
