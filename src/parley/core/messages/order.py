"""A cart that the customer sent. Inbound only."""

from msgspec import Struct


class OrderItem(Struct, frozen=True):
    """Some pieces of one item; ``price`` of one piece, as decimal text, '' where it was not told."""

    retailer_id: str
    quantity: int = 1
    price: str = ""
    currency: str = ""


class Order(Struct, frozen=True, tag="order"):
    """What they want to buy, with what they wrote to it."""

    catalogue_id: str
    items: tuple[OrderItem, ...]
    text: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return (self.text,) if self.text else ()

    def line(self) -> str:
        """What a person would read first."""
        pieces = sum(item.quantity for item in self.items)
        return self.text or f"Order of {pieces} {'piece' if pieces == 1 else 'pieces'}"

    def breaches(self) -> tuple[str, ...]:
        """A business can not send one."""
        return ("type: an order comes from the customer and can not be sent",)
