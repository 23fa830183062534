"""Templates for one-time codes: their texts are the platform's, one for each language (reference 8.8). Ours differ."""

from typing import Any

from parley_emulator.graph.refusal import Refusal

OTP = frozenset({"COPY_CODE", "ONE_TAP", "ZERO_TAP"})
BODIES = {
    "en": ("{{1}} is your code.", "Do not share it with anybody.", "It is valid for {minutes} minutes."),
    "es": ("{{1}} es su código.", "No lo comparta con nadie.", "Es válido durante {minutes} minutos."),
    "pt": ("{{1}} é o seu código.", "Não o partilhe com ninguém.", "É válido por {minutes} minutos."),
    "fr": ("{{1}} est votre code.", "Ne le partagez avec personne.", "Il est valable {minutes} minutes."),
    "ar": ("{{1}} هو رمزك.", "لا تشاركه مع أحد.", "صالح لمدة {minutes} دقيقة."),
    "hi": ("{{1}} आपका कोड है।", "इसे किसी के साथ साझा न करें।", "यह {minutes} मिनट तक मान्य है।"),
}


def as_kept(language: str, category: str, given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The components of a new or changed template: those given, or for a one-time code the fixed ones it asks for."""
    return components(language, *asked_in(given)) if category == "AUTHENTICATION" and given else given


def check_code(parts: dict[str, dict[str, Any]]) -> None:
    """One button that copies or fills in the code, and nothing of one's own around it. Raises Refusal."""
    if "HEADER" in parts or "CAROUSEL" in parts:
        raise Refusal(100, "A template for one-time codes has a fixed text, and no header or cards.")
    buttons = parts.get("BUTTONS", {}).get("buttons")
    if not isinstance(buttons, list) or len(buttons) != 1 or not isinstance(buttons[0], dict):
        raise Refusal(100, "A template for one-time codes needs exactly one button of type OTP.")
    kind = str(buttons[0].get("otp_type") or "").upper()
    if kind not in OTP:
        raise Refusal(100, f"otp_type must be one of {', '.join(sorted(OTP))}.")
    if kind != "COPY_CODE" and not buttons[0].get("supported_apps"):
        raise Refusal(100, f"otp_type {kind} needs supported_apps.")
    if kind == "ZERO_TAP" and buttons[0].get("zero_tap_terms_accepted") is not True:
        raise Refusal(100, "zero_tap_terms_accepted must be true.")


def asked_in(given: list[dict[str, Any]]) -> tuple[bool, int | None, dict[str, Any]]:
    """(security line, minutes, button) that the components of a creation ask for. Raises Refusal."""
    secure, minutes, button = False, None, {"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy code"}
    for each in given:
        kind = str(each.get("type", "")).upper()
        secure = bool(each.get("add_security_recommendation")) if kind == "BODY" else secure
        minutes = minutes_in(each.get("code_expiration_minutes")) if kind == "FOOTER" else minutes
        if kind == "BUTTONS" and each.get("buttons"):
            button = {"text": "Copy code", **each["buttons"][0]}
    return secure, minutes, button


def minutes_in(given: Any) -> int | None:
    """How long a code is valid; None where that is not said. Raises Refusal."""
    if not given:
        return None
    if isinstance(given, bool) or not (str(given).isascii() and str(given).isdigit()) or not 1 <= int(given) <= 90:
        raise Refusal(100, "code_expiration_minutes must be from 1 to 90.")
    return int(given)


def components(language: str, secure: bool, minutes: int | None, button: dict[str, Any]) -> list[dict[str, Any]]:
    """Body, footer where the code ends, and the button that copies it."""
    body, warning, valid = BODIES.get(language[:2], BODIES["en"])
    parts: list[dict[str, Any]] = [
        {"type": "BODY", "text": f"{body} {warning}" if secure else body, "add_security_recommendation": secure}
    ]
    if minutes:
        text = valid.format(minutes=minutes)
        parts.append({"type": "FOOTER", "text": text, "code_expiration_minutes": minutes})
    return [*parts, {"type": "BUTTONS", "buttons": [button]}]
