"""The samples that a header with a file is handed in with: handles of the Resumable Upload API (reference 4.1, 8.1)."""

from collections.abc import Iterator
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.templates.header import HEADER

PICTURES = frozenset({"image/jpeg", "image/jpg", "image/png"})
TYPES = {
    "IMAGE": PICTURES,
    "VIDEO": frozenset({"video/mp4"}),
    "GIF": frozenset({"video/mp4"}),
    "DOCUMENT": frozenset({"application/pdf"}),
}


def check_samples(platform: Platform, components: Any, before: Any = ()) -> None:
    """Each is a whole upload, of a type that goes with the header. ``before``: the parts there were. Raises Refusal."""
    kept = {handle for _, handle in _samples_in(before)}
    for kind, handle in _samples_in(components):
        if handle in kept:
            continue
        thing = platform.world.things.get(handle)
        if thing is None or thing.kind != "handle":
            text = "example.header_handle is no handle of an upload. Upload the sample to /{app_id}/uploads first."
            raise Refusal(100, text, subcode=HEADER)
        if thing.fields["file_type"] not in TYPES[kind]:
            told = f"{thing.fields['file_type']}, a header of format {kind} needs {' or '.join(sorted(TYPES[kind]))}."
            raise Refusal(100, f"example.header_handle is a file of {told}", subcode=HEADER)


def _samples_in(components: Any) -> Iterator[tuple[str, str]]:
    """(format of the header, handle), those of the cards too. What has another form than it should is skipped."""
    for each in components if isinstance(components, list) else ():
        if not isinstance(each, dict):
            continue
        for card in each.get("cards") or []:
            yield from _samples_in(card.get("components") if isinstance(card, dict) else None)
        kind, example = str(each.get("format") or "").upper(), each.get("example")
        if kind in TYPES and isinstance(example, dict):
            given = example.get("header_handle")
            for handle in given if isinstance(given, list) else [given]:
                yield kind, str(handle)
