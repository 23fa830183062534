"""Where webhooks go, and the handshake that proves that somebody expects them there."""

import hmac
import secrets

import aiohttp
import msgspec


class Target(msgspec.Struct):
    """The application's address and what the two share."""

    url: str = ""
    app_secret: str = ""
    verify_token: str = ""
    handshake: bool = True


async def shake_hands(http: aiohttp.ClientSession, target: Target) -> str:
    """Empty when the application answered with the challenge, else what is wrong, in a sentence."""
    challenge = str(secrets.randbelow(9 * 10**9) + 10**9)
    params = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": target.verify_token}
    timeout = aiohttp.ClientTimeout(total=5)
    try:
        async with http.get(target.url, params=params, timeout=timeout, allow_redirects=False) as response:
            text = await response.text()
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        return f"{target.url} does not answer ({type(error).__name__})."
    if response.status != 200:
        return f"{target.url} answered {response.status} to the handshake. Is the verify token the same on both sides?"
    if not hmac.compare_digest(text.strip().encode(), challenge.encode()):
        return f"{target.url} did not answer with the challenge."
    return ""
