"""The category that a message is charged in, which is not always that of its template (reference 5.5, 7.3)."""

from parley_emulator.pricing.markets import country_of
from parley_emulator.state.records import Account

INTERNATIONAL, LITE = "authentication-international", "marketing_lite"
# Which row of a rate card holds, where the category has none of its own.
CARD_ROWS = {LITE: "marketing"}


def priced_as(category: str, account: Account, wa_id: str, now: float, by_marketing_api: bool) -> str:
    """Codes abroad may have a price of their own; so has what goes by the call for marketing."""
    if category == "marketing" and by_marketing_api:
        return LITE
    if category == "authentication" and (since := account.fields.get("auth_international")):
        country = country_of(wa_id)
        is_abroad = country != account.fields.get("country", "US")
        if is_abroad and country in since and since[country] <= now:
            return INTERNATIONAL
    return category
