"""The header of a template: one line of plain text, or a file with a sample (reference 6.3, 8.1, 8.5)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import VARIABLE
from parley_emulator.signs import EMOJI

TOO_LONG, HEADER = 2388040, 2388047
LONGEST = 60
FORMATS = frozenset({"TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION", "PRODUCT"})
SAMPLED = frozenset({"IMAGE", "VIDEO", "GIF", "DOCUMENT"})


def check_header(header: dict[str, Any]) -> None:
    """Its format is one there is; a file has a sample, a text is a line without emoji. Raises Refusal."""
    if not header:
        return
    kind = str(header.get("format") or "TEXT").upper()
    if kind not in FORMATS:
        raise Refusal(100, f"The header's format must be one of {', '.join(sorted(FORMATS))}.", subcode=HEADER)
    example = header.get("example")
    if kind in SAMPLED and not (isinstance(example, dict) and example.get("header_handle")):
        raise Refusal(100, f"A header of format {kind} needs example.header_handle.", subcode=HEADER)
    _check_line(str(header.get("text") or ""), kind == "TEXT")


def _check_line(text: str, is_wanted: bool) -> None:
    if is_wanted and not text.strip():
        raise Refusal(100, "The header has no text.", subcode=HEADER)
    if len(text) > LONGEST:
        raise Refusal(100, f"The header has at most {LONGEST} characters.", subcode=TOO_LONG)
    if "\n" in text or len(VARIABLE.findall(text)) > 1:
        raise Refusal(100, "The header is one line with at most one variable.", subcode=HEADER)
    if EMOJI.search(text):
        raise Refusal(100, "The header has no emoji. Put them into the body.", subcode=HEADER)
