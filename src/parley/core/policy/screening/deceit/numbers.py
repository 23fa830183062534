"""The cues of a lure that are numbers: premium-rate and short numbers, prices per message, sums, ages, references."""

import re
from collections.abc import Iterable

MOST = 2_000  # a lure is short; of a longer text the beginning is read

PREMIUM = (
    r"(?<![\d/.-])(?:\+?44[ -]?|0)(?:9[01]\d|87\d|84[45]|70\d)(?:[ -]?\d){6,8}(?!\d)"  # United Kingdom
    r"|(?<!\d)(?:80[3679]|905)[ -]?\d{2,3}[ -]?\d{2,3}[ -]?\d{0,3}(?!\d)"  # Spain
    r"|(?<!\d)0[ -]?8[129]\d?(?:[ -]?\d{2,3}){3}(?!\d)|(?<!\d)0900[ -]?\d{3}[ -]?\d{3,4}(?!\d)"  # France, many
    r"|(?<!\d)1[ -]?900[ -]?\d{3}[ -]?\d{4}(?!\d)"
)
FREEPHONE = r"(?<!\d)(?:0800|0808|00800|1[ -]?8(?:00|88|77|66))[ -]?\d{3}[ -]?\d{3,5}(?!\d)"
DIALLED = r"(?<![\d/.-])\+?\d(?:[ -]?\d){8,13}(?![\d/])"
SHORT = r"(?<![\d.,/:£$€+-])(?<!\d\d )[2-9]\d{3,5}(?![\d.,/:]?\d|\s?(?:%|km|kg|cal|miles|steps|ft|am|pm|gb|mb))"
UNIT = (
    "(?:msgs?|messages?|mess|mins?|minutes?|te?xts?|sms|tones?|polys?|we?e?ks?|wk|pw|calls?|mt"
    "|mensaje|mensagem|semaine|semana)"
)
PRICE = (
    rf"\d{{1,3}}\s?p\s?(?:/|per\s?|a\s|@)?\s?{UNIT}(?![a-z])|\d{{2,3}}\s?ppm\w*|\d{{2,3}}\s?p(?:er)?mess"
    rf"|\d{{2,3}}ppw|\d\s?p?(?:/|p/)\s?{UNIT}"
    rf"|[£$€]\s?\d{{1,2}}(?:[.,]\d{{1,2}})?\s?(?:/|per\s|a\s|p)?\s?{UNIT}(?![a-z])"
    rf"|\d[.,]\d{{2}}\s?(?:/|per\s|por\s|par\s)\s?{UNIT}"
    r"|@\s?\d{2,3}p|\b(?:10|15|20|25|50|60|100|150)\s?p\b|[£$€]\s?1\.50\b|[£$€]\s?\d\.\d\d\s?sub"
    r"|\d\s?(?:euros?|reais|rs|rupees|ريال)\s?(?:por|par|per|al|le|للرسالة|प्रति)"
)
# A row of digits is looked at from its beginning, or at its end only: that there is one is all that is asked.
SUM = (
    r"[£$€₹]\s?\d[\d,.]{2}|[£$€₹]\s?\d++\s?(?:k|m|million|mil)\b"
    r"|(?<!\d)(?<!\d[,.])\d[\d,.]{2,}+\s?(?:pounds?|dollars?|euros?|quid|usd|eur|gbp|inr|rupees|reais|cash|lakh|crore)\b"
    r"|\d\s?(?:millions?|lakh|crore|mil|millones|milhoes|milhões|लाख|करोड़|ألف|مليون|ملايين)|#\s?\d{3,}"
)
AGE = r"(?<![\d.])1[68]\s?(?:\+|only\b|s only|yrs)|(?<!\d)(?:over|age)\s?1[68]|1[68]\s?(?:years|or over)"
BOX = r"b(?:ox\s?[a-z]{0,6}|x\s?|cm)\d|p\.?\s?o\.?\s?box"

SHORTEST = 3
# A number that says which order, booking or invoice is meant is nothing to write to.
NAMED = re.compile(
    r"\b(?:order|booking|invoice|reservation|ticket|pedido|reserva|factura|fatura|encomenda|commande|facture|réservation"
    r"|طلبك|الطلب|حجزك|الحجز|ऑर्डर|आर्डर|बुकिंग)\s?(?:number|no\.?|nr\.?|n[º°o]\.?|número|numéro|رقم|नंबर|संख्या)?"
    r"\s?#?\s?\d{3,12}(?!\d)"
)
CUES = {
    name: re.compile(rf"(?=[{first}])(?:{pattern})")  # to look at one character first saves most of the time
    for name, first, pattern in (
        ("premium", r"\d+", PREMIUM),
        ("freephone", r"\d", FREEPHONE),
        ("number", r"\d+", DIALLED),
        ("short", r"\d", SHORT),
        ("price", r"\d£$€@", PRICE),
        ("sum", r"\d£$€₹#", SUM),
        ("age", r"\doa", AGE),
        ("box", "bp", BOX),
    )
}
# The fewest digits that a cue has, and what one of it has: to look at these first saves most of the time.
FEWEST = {"premium": 7, "freephone": 10, "number": 9, "short": 4, "box": 0}
PARTS = {"age": ("16", "18"), "box": ("box", "bx", "bcm")}
REACHED_BY = ("premium", "freephone", "number", "short", "price")
_LOOKED_FOR = {name: (FEWEST.get(name, 1), PARTS.get(name), pattern) for name, pattern in CUES.items()}
DIGIT = re.compile(r"\d")
LOUD = re.compile(r"\b[A-Z]{4,}\b")
WORD = re.compile(r"[^\W\d_]{2,}")


def cues(text: str) -> set[str]:
    """Which of them are in the text."""
    shown = text[:MOST]
    found = _named(shown, CUES)
    loud = len(LOUD.findall(shown))
    if loud and 2 * loud < len(WORD.findall(shown)):  # who shouts every word only has a stuck key
        found.add("loud")
    return found


def reached_by(text: str) -> set[str]:
    """Those of them that somebody can write to or call, or what that costs."""
    return _named(text[:MOST], REACHED_BY)


def _named(shown: str, names: Iterable[str]) -> set[str]:
    digits = len(DIGIT.findall(shown))
    if not digits:
        return set()
    lower = shown.lower()
    if digits >= SHORTEST:
        lower = NAMED.sub(" ", lower)
        digits = len(DIGIT.findall(lower))
    found = set()
    for name in names:
        fewest, parts, pattern = _LOOKED_FOR[name]
        if digits < fewest or (parts and not any(part in lower for part in parts)):
            continue
        if pattern.search(lower):
            found.add(name)
    return found
