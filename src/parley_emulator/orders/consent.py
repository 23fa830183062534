"""Where a business connects its gateway: a page with one button, which leads back to where the business wished."""

from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from parley_emulator import ids
from parley_emulator.orders.configurations import ACTIVE, LINK, configurations_of, stand
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Connect {provider}</title><style>:root {{ color-scheme: light dark; font-family: system-ui, sans-serif }}
body {{ max-width: 30rem; margin: 4rem auto; padding: 0 1rem }}
button {{ font: inherit; padding: .6rem 1.2rem }}</style>
<main><h1>Connect {provider}</h1><p>What customers pay by the configuration <b>{name}</b> goes to your account at
{provider}. No money moves here.</p><form method="post"><button>Connect</button></form></main></html>"""
CONNECTED = "<!doctype html><title>Connected</title><p>The payment configuration is active.</p>"


async def payment_consent(request: Request) -> Response:
    """GET shows it, POST connects."""
    platform: Platform = request.app.state.platform
    link = platform.world.things.get(f"{LINK}:{request.path_params['code']}")
    configuration = _configuration_of(platform, link)
    if link is None or configuration is None or platform.clock.now() > link.fields["until"]:
        return HTMLResponse("This link is not valid any more. Ask for another one.", 404)
    if request.method == "GET":
        page = PAGE.format(provider=configuration["provider_name"].title(), name=escape(link.fields["name"]))
        return HTMLResponse(page)
    account = platform.world.accounts[link.owner]
    stand(platform, account, {**configuration, "provider_mid": f"acc_{ids.digits(10)}", "status": ACTIVE})
    platform.world.drop_thing(link)
    await platform.store.committed()
    back = link.fields.get("redirect_url")
    return RedirectResponse(back, 303) if back else HTMLResponse(CONNECTED)


def _configuration_of(platform: Platform, link: Thing | None) -> dict[str, Any] | None:
    account = platform.world.accounts.get(link.owner) if link else None
    return configurations_of(account).get(link.fields["name"]) if link and account else None
