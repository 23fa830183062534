"""The one application there is, as the Graph API shows it."""

from typing import Any

from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform

NAME = "parley"


def app_view(platform: Platform) -> dict[str, Any]:
    """Its id, name and address."""
    return {"id": APP_ID, "name": NAME, "link": f"https://www.facebook.com/games/?app_id={APP_ID}"}
