"""The end of an embedded sign-up: a code for a token, and what the token opens."""

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph import accounts, numbers
from parley.whatsapp.graph.answers import PhoneNumber

MANAGING = "whatsapp_business_management"


async def exchanged(session: GraphSession, app_id: str, app_secret: str, code: str, redirect_uri: str) -> str:
    """The token that the code stands for. A code is good once, so it is never asked twice. Raises GraphError."""
    app = NumberAccess("", f"{app_id}|{app_secret}")
    asked = {"client_id": app_id, "client_secret": app_secret, "code": code, "redirect_uri": redirect_uri}
    answer = await session.call("GET", "oauth/access_token", app, params=asked, repeatable=False)
    return str(answer.get("access_token") or "")


async def account_opened(session: GraphSession, access: NumberAccess) -> str:
    """The one business account that the token was given for; '' where it names none or several."""
    told = await accounts.token(session, access)
    targets = {
        str(target)
        for scope in told.granular_scopes
        if scope.get("scope") == MANAGING
        for target in scope.get("target_ids") or ()
    }
    return targets.pop() if len(targets) == 1 else ""


async def numbers_opened(session: GraphSession, access: NumberAccess, *, in_app: bool) -> list[PhoneNumber]:
    """The account's numbers; ``in_app``: those that are in the Business App, too."""
    listed = await numbers.numbers_of(session, access, access.account_id)
    return [each for each in listed if each.is_on_biz_app or not in_app]
