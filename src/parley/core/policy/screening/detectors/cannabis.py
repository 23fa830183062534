"""Cannabis as dispensaries list it: the name of a strain, a dash, and what it was made into ("Blue Dream - Shatter").

The names of strains are fruits, sweets and fancies, and new ones come daily, so the form of the title tells.
"""

import re

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.tokens import WORD

GROUP = "E4.3"
SURE, LIKELY = 0.85, 0.6
DASHES = "-–—|"
BEGINNING = 300
ENDS = re.compile(r"[.,;!?(|]")
AMOUNTS = re.compile(r"\d ?g\b|1/8|\b(?:eighth|ounce|quarter)\b", re.IGNORECASE)
DASH = r"\w[)'’#.&]*\s{0,2}[-–—|]\s{0,2}"
END = r"(?=\s*(?:$|[.,;!?(|]|this |today|for |now|\d))"
ONLY_CANNABIS = re.compile(
    DASH
    + r"(?:shatter|live resin|live rosin|rosin|budder|badder|crumble|(?:water|bubble|ice|dry) hash|hash(?:ish)?|kief"
    r"|dabs?|distillate|moon ?rocks?|pre-?rolls?|(?:vape|vaporizer|vaporiser|oil) (?:cartridge|cart|pen)s?|rso|caviar"
    r"|hash oil|terp sauce|diamonds and sauce|feminized seeds?|indica|sativa)" + END,
    re.IGNORECASE,
)
ALSO_ELSE = re.compile(
    DASH
    + r"(?:wax|oil|flowers?|buds?|concentrate|tincture|cartridges?|joints?|sauce|gumm(?:y|ies)|eighth|ounce)"
    + END,
    re.IGNORECASE,
)
# One of these stands in whatever ``WEIGHED`` finds; they are sought in plain letters only.
WEIGHED_PARTS = (" flower", " bud", " kush", " haze", " og", " indica", " sativa", " runtz", " gelato", " cookie")
WEIGHED = re.compile(
    r"\b(?:1/8|3\.5 ?g|7 ?g|14 ?g|28 ?g|an? (?:eighth|ounce|half ounce|quarter)) (?:oz )?(?:of )?(?:\w+ ){0,3}"
    r"(?:flowers?|buds?|kush|haze|og|indica|sativa|runtz|gelato|cookies)\b",
    re.IGNORECASE,
)
HOUSEHOLD = re.compile(
    r"\b(?:candle|car|hair|hard|depilat\w*|body|leg|ski|snowboard|surf\w*|floor|furniture|shoe|boot|leather|bees?|soy|beard"
    r"|moustache|polish\w*|olive|coconut|sunflower|sesame|avocado|argan|castor|almond|jojoba|engine|motor|gear|brake|chain"
    r"|essential|fragrance|massage|tanning|cooking|frying|vegetable|rapeseed|palm|baby|bath|face|facial|cuticle|diffuser"
    r"|scented|perfume|ink|toner|printer|filter|water filter|tomato|soy|hot|bbq|chil[li]+|pasta|fish|oyster|fruit|juice"
    r"|silk|artificial|dried|bouquet|wedding|rose|tulip|ear|cotton|vitamin|collagen|paint\w*|canvas|hinge"
    r"|pipe|expansion|universal|ball|tile|earbuds?|wireless|samsung|apple|hp|canon|epson|brother|[a-z]*\d{3,}\w*)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> list[Hit]:
    """A title of that form."""
    text = reading.text[:BEGINNING]
    dashed = any(dash in text for dash in DASHES)
    if dashed:
        text = _as_meant(text, reading)
    if (dashed and ONLY_CANNABIS.search(text)) or _is_weighed(text):
        return [Hit(GROUP, "detector", SURE, "title of a cannabis product")]
    if dashed and ALSO_ELSE.search(text) and not HOUSEHOLD.search(text):
        return [Hit(GROUP, "detector", LIKELY, "title as of a cannabis product")]
    return []


def _is_weighed(text: str) -> bool:
    if text.isascii():
        lower = text.lower()
        if not any(part in lower for part in WEIGHED_PARTS):  # as in most texts
            return False
    return AMOUNTS.search(text) is not None and WEIGHED.search(text) is not None


def _as_meant(text: str, reading: Reading) -> str:
    """The title with the words after its last dash as they were mended."""
    folded = fold(text)
    before, _, after = folded.rpartition(" - " if " - " in folded else "-")
    title = ENDS.split(after, maxsplit=1)[0]
    words = _words(reading, _letters(title), _letters(after) - _letters(title))
    return f"{before} - {' '.join(words)}" if words else folded


def _letters(text: str) -> int:
    return sum(map(len, WORD.findall(text)))


def _words(reading: Reading, letters: int, after: int) -> list[str]:
    """The words of so many letters that have so many letters after them; none where that does not come out even."""
    found: list[str] = []
    for word in reversed(reading.words):
        if after > 0:
            after -= len(word)
        elif letters > 0:
            letters -= len(word)
            found.append(word)
        else:
            break
    return found[::-1] if after == 0 == letters else []
