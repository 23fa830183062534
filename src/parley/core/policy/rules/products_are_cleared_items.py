"""A product message shows only items that were looked at and cleared.

Why: a catalogue and what is sold in it obey the commerce policy; each item is screened when it is made, imported or
synchronised, and one that nobody has screened could be anything.

Allowed: a cleared garden chair.
Denied: an item that is held or refused, one that is in another catalogue, one that nobody knows.
"""

from parley.core.messages import CatalogueMessage, Product, ProductList, ProductSection, TemplateUse
from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import ItemFacts, Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "E9"
ALSO = ("S8",)
MOMENTS = ("outbound", "agent", "catalogue")
CHAIR, KNIFE = ItemFacts("cat-1", "chair-7", True), ItemFacts("cat-1", "knife-2", False)


def check(message: Outbound) -> Finding | None:
    """Block a message with an item that is not cleared."""
    shown = message.content
    if not isinstance(shown, Product | ProductList | CatalogueMessage | TemplateUse):
        return None
    known = {item.retailer_id: item.cleared for item in message.items if item.catalogue_id == shown.catalogue_id}
    refused = [item for item in shown.retailer_ids if known.get(item) is False]
    unknown = [item for item in shown.retailer_ids if item not in known]
    if not refused and not unknown:
        return None
    named = ", ".join((refused + unknown)[:5])
    why = "was not cleared" if refused else "is not in our copy of the catalogue, so nobody has looked at it"
    return Finding(
        rule="products_are_cleared_items",
        clause=CLAUSE,
        verdict="block",
        sentence=f"This item {why}: {named}.",
        next_step="reword",
        next_sentence="Leave the item out, or have it screened in the catalogue first.",
        facts={"refused": refused[:10], "unknown": unknown[:10]},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    several = ProductList("cat-1", "For you", "Have a look.", (ProductSection(("chair-7", "knife-2")),))
    return (
        an_outbound(Product("cat-1", "knife-2"), items=(KNIFE,)),
        an_outbound(Product("cat-1", "lamp-9"), items=(CHAIR,)),
        an_outbound(Product("cat-2", "chair-7"), items=(CHAIR,)),
        an_outbound(several, items=(CHAIR, KNIFE)),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(Product("cat-1", "chair-7", "This one?"), items=(CHAIR, KNIFE)), an_outbound("knife-2"))
