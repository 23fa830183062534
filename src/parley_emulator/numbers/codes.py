"""The code that proves whose a number is. No text message goes anywhere here: the code is always the same."""

from parley_emulator.graph.refusal import Refusal

CODE = "123456"
LIVES = 600
MOST = 10
SPAN = 72 * 3_600
METHODS = ("SMS", "VOICE")


def check_request(method: str, language: str, asked: list[float], now: float) -> list[float]:
    """The times of all requests, this one added. Raises Refusal."""
    if method.upper() not in METHODS:
        raise Refusal(100, "Param code_method must be SMS or VOICE.")
    if not language:
        raise Refusal(100, "The parameter language is required.")
    recent = [at for at in asked if now - SPAN < at <= now]
    if len(recent) >= MOST:
        raise Refusal(136024, "Too many codes were asked for. Try again later.")
    return [*recent, now]


def check_code(code: str, asked: list[float], now: float) -> None:
    """Raises Refusal for a code that is wrong, too old, or was never sent."""
    if not (code.isdigit() and len(code) == 6):
        raise Refusal(100, "Param code must be six digits.")
    if not asked or now > asked[-1] + LIVES:
        raise Refusal(136025, "No code is valid now. Ask for a new one.")
    if code != CODE:
        raise Refusal(136025, "The code is wrong.")
