"""How templates were taken, day by day."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.template_figures import Named, demand_insights, ids_in, points_of, template_in
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """One point for each template and each day that it was sent on."""
    demand_insights(account)
    wanted: dict[Named, set[str]] = {}
    for each in ids_in(asked, "template_ids", "templates"):
        template = template_in(platform, account, each)
        if template is None:
            raise Refusal(100, f"Param template_ids names {each}, which is no template of this account.")
        wanted[template.name, template.language] = {template.id}
    points = points_of(platform, account, asked, "template_id", wanted)
    return {"data": [{"granularity": "DAILY", "product_type": "cloud_api", "data_points": points}]}
