"""A template of any other category than marketing carries no promotion.

Why: people agreed to notices about their own business with you. An offer in such a notice reaches people who never
agreed to offers, and WhatsApp takes the category away from whoever does it.

Allowed: “your order is on its way”; a refund; a reminder of a booking.
Denied: the same notice with “and 20 % off your next order”; a sale under the name of an update; a coupon to use, a cart
that was left, a friend to bring; and all of these in a category that nobody knows.
"""

from parley.core.messages import TemplateUse
from parley.core.policy.content import finding, found_in
from parley.core.policy.examples import a_draft, a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.matters import Matter, TemplateDraft
from parley.core.policy.verdicts import Finding

CLAUSE = "C2"
MOMENTS = ("template", "campaign", "outbound", "agent")
MARKETING = "marketing"


def check(matter: TemplateDraft | Outbound) -> Finding | None:
    """Block a clear promotion under another category's name, hold a doubtful one."""
    category = _category(matter)
    hit = found_in(matter, CLAUSE) if category not in (None, MARKETING) else None
    if hit is None:
        return None
    sentence = f"The text reads like a promotion, and the template's category is {category}."
    remedy = "Submit it as marketing, or leave the promotion out."
    return finding("promotion_is_marketing", CLAUSE, hit, sentence, remedy)


def _category(matter: TemplateDraft | Outbound) -> str | None:
    """None: no template is used. One that nobody knows is no marketing."""
    if isinstance(matter, TemplateDraft):
        return matter.category.strip().lower() or "unknown"
    return matter.content.category.strip().lower() or "unknown" if isinstance(matter.content, TemplateUse) else None


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    sale = "Your parcel is on its way. Get 20% off your next order, this weekend only!"
    return (
        a_draft(sale),
        a_template(content=TemplateUse("follow_up", "en", "utility", rendered=sale)),
        a_draft("¡Solo hoy 2x1 en toda la tienda!", language="es"),
        a_draft("Vous avez oublié quelque chose dans votre panier", language="fr"),
        a_draft("Use the coupon WELCOME at checkout", category="transactional"),
        a_draft("Bring a friend and you both get 10 pounds", category=""),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        a_draft("Your order {{1}} was shipped and arrives on {{2}}."),
        a_draft("Get 20% off your next order, this weekend only!", category="marketing"),
        a_draft("Your cart could not be paid: the card was declined."),
        a_template(),
        an_outbound("Use the coupon WELCOME at checkout"),
    )
