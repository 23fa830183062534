"""Templates for one-time codes: their texts are the platform's, one for each language (reference 8.8). Ours differ."""

from typing import Any

BODIES = {
    "en": ("{{1}} is your code.", "Do not share it with anybody.", "It is valid for {minutes} minutes."),
    "es": ("{{1}} es su código.", "No lo comparta con nadie.", "Es válido durante {minutes} minutos."),
    "pt": ("{{1}} é o seu código.", "Não o partilhe com ninguém.", "É válido por {minutes} minutos."),
    "fr": ("{{1}} est votre code.", "Ne le partagez avec personne.", "Il est valable {minutes} minutes."),
    "ar": ("{{1}} هو رمزك.", "لا تشاركه مع أحد.", "صالح لمدة {minutes} دقيقة."),
    "hi": ("{{1}} आपका कोड है।", "इसे किसी के साथ साझा न करें।", "यह {minutes} मिनट तक मान्य है।"),
}


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
