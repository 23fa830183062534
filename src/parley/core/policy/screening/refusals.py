"""Messages that refuse or forbid what they name: "we do not sell medicines" sells none."""

import re

from parley.core.policy.screening.reading import Reading

REFUSAL = re.compile(
    r"\b(?:(?:do not|don t|dont|never|can ?not|can t|no longer|won t|will not) (?:\w+ )?"
    r"(?:sell|stock|supply|ship|deliver|offer|carry)"
    r"|not (?:allowed|permitted|for sale|available for sale)|(?:is|are) (?:prohibited|forbidden|banned|not sold)"
    r"|against (?:our|the) (?:policy|rules)"
    r"|no (?:se )?(?:vendemos|vende|venden|enviamos|ofrecemos|permite|permiten|permitimos)"
    r"|(?:esta|estan|es|son|sao|e) (?:prohib|proib)id[oa]s?"
    r"|nao (?:se )?(?:vendemos|vende|vendem|enviamos|oferecemos|e permitid[oa]|permitimos)"
    r"|ne (?:vendons|vend|vendent|livrons|proposons) (?:pas|plus|jamais)|(?:est|sont) interdit\w*"
    r"|nahi(?:n)? (?:bechte|bechate|dete|milti|milta))\b"
    r"|(?:لا|لن|ما) (?:نبيع|نوفر|نوصل|نقدم|يسمح)|(?:ممنوع|يمنع|يحظر) بيع"
    r"|नहीं (?:बेचते|देते|मिलती|मिलता|भेजते)|प्रतिबंधित"
)


def refuses(reading: Reading) -> bool:
    """Whether the message says that this is not sold or not allowed."""
    return REFUSAL.search(reading.folded) is not None
