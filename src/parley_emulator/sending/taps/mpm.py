"""Several items of the catalogue, in sections."""

from typing import Any

from parley_emulator.sending.demand import text_in
from parley_emulator.sending.product_sections import RETAILER_ID, check_sections
from parley_emulator.sending.tap_values import only_action


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """The sections; which item is on the picture may be said."""
    action = only_action(parameters, where)
    text_in(action, "thumbnail_product_retailer_id", where, RETAILER_ID, required=False)
    check_sections(action, f"{where}: action")
