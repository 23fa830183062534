"""Versions of the Graph API: a call for one that is out of service is answered by the oldest that is in service."""

import re

from parley_emulator.graph.refusal import Refusal

OLDEST, NEWEST = 20, 26
FORM = re.compile(r"v(\d{1,3})\.(\d{1,2})")
# Every answer tells which version it is of.
HEADER = "facebook-api-version"


def version_of(written: str) -> str | None:
    """The version that answers, None for what is no version. Raises Refusal for one that there never was."""
    found = FORM.fullmatch(written)
    if found is None:
        return None
    major, minor = int(found[1]), int(found[2])
    if not 1 <= major <= NEWEST or (major >= OLDEST and minor):
        raise Refusal(2500, message=f"Unknown path components: /{written}")
    return f"v{max(major, OLDEST)}.0"
