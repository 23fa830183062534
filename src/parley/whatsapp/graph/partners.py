"""What a partner's app sees: businesses that let it act, moves of accounts, numbers that were verified beforehand."""

from msgspec import Struct

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.answers import Thing
from parley.whatsapp.graph.reading import all_of, get, told


class ConnectedBusiness(Struct, frozen=True):
    """A business that lets the app act for it."""

    id: str = ""
    name: str = ""
    verification_status: str = ""
    business_status: str = ""


class OnBehalfRequest(Struct, frozen=True):
    """Another business asks to act for this one."""

    id: str = ""
    status: str = ""
    receiving_business: Thing | None = None
    requesting_business: Thing | None = None


class MobilityIntent(Struct, frozen=True):
    """A move of an account between owners that is under way."""

    id: str = ""
    status: str = ""


class Preverified(Struct, frozen=True):
    """A number that was verified before it was given to an account."""

    id: str = ""
    country_prefix: str = ""
    display_phone_number: str = ""


async def connected_businesses(session: GraphSession, access: NumberAccess, app_id: str) -> list[ConnectedBusiness]:
    """Those that let the app act for them."""
    return await all_of(session, access, f"{app_id}/connected_client_businesses", ConnectedBusiness)


async def solutions_of_app(session: GraphSession, access: NumberAccess, app_id: str) -> list[Thing]:
    """The solutions that the app is part of."""
    return await all_of(session, access, f"{app_id}/whatsapp_business_solutions", Thing)


async def onbehalf_requests(session: GraphSession, access: NumberAccess, account_id: str) -> list[OnBehalfRequest]:
    """Those that are open."""
    return await all_of(session, access, f"{account_id}/in_progress_onbehalf_request", OnBehalfRequest)


async def migration_intent(session: GraphSession, access: NumberAccess, intent_id: str) -> MobilityIntent:
    """A move to another solution."""
    return await get(session, access, intent_id, MobilityIntent)


async def mobility_intent(session: GraphSession, access: NumberAccess, intent_id: str) -> MobilityIntent:
    """A move to another owner."""
    return await get(session, access, intent_id, MobilityIntent)


async def preverified(session: GraphSession, access: NumberAccess, preverified_id: str) -> Preverified:
    """One."""
    return await get(session, access, preverified_id, Preverified)


async def preverified_partners(session: GraphSession, access: NumberAccess, preverified_id: str) -> list[Thing]:
    """Who else may use it."""
    return await all_of(session, access, f"{preverified_id}/partners", Thing)


async def give_up_preverified(session: GraphSession, access: NumberAccess, preverified_id: str) -> bool:
    """It is nobody's any more."""
    return await told(session, access, "DELETE", preverified_id)
