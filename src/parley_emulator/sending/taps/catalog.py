"""The whole catalogue; which item is on the picture may be said."""

from typing import Any

from parley_emulator.sending.demand import text_in
from parley_emulator.sending.product_sections import RETAILER_ID
from parley_emulator.sending.tap_values import only_action


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """An item by its own number of the business."""
    text_in(only_action(parameters, where), "thumbnail_product_retailer_id", where, RETAILER_ID, required=False)
