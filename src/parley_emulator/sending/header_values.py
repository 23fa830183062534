"""What a template's header is sent with, where it is not a text: a file, a place, or an item of a catalogue."""

from typing import Any

from parley_emulator.messages.location import check as check_place
from parley_emulator.sending.demand import text_in
from parley_emulator.sending.files import check_file
from parley_emulator.sending.product_sections import RETAILER_ID


def check_header_value(kind: str, value: dict[str, Any], where: str) -> None:
    """``kind``: image, video, gif, document, location or product. Raises Refusal."""
    if kind == "location":
        check_place(value)
    elif kind == "product":
        text_in(value, "product_retailer_id", where, RETAILER_ID)
        text_in(value, "catalog_id", where, RETAILER_ID)
    else:
        check_file(value, where, caption=False)
        text_in(value, "filename", where, 240, required=False)
