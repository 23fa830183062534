"""How the templates of a group were taken together, day by day."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.template_figures import Named, demand_insights, ids_in, points_of, template_in
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """One point for each group of templates and each day that one of them was sent on."""
    demand_insights(account)
    known = {each.id: each for each in platform.world.things_of("template_group", account.id)}
    wanted: dict[Named, set[str]] = {}
    for each in ids_in(asked, "template_group_ids", "groups of templates"):
        if each not in known:
            raise Refusal(100, f"Param template_group_ids names {each}, which is no group of templates here.")
        for template_id in known[each].fields["templates"]:
            if template := template_in(platform, account, template_id):
                wanted.setdefault((template.name, template.language), set()).add(each)
    points = points_of(platform, account, asked, "template_group_id", wanted)
    return {"data": [{"granularity": "DAILY", "product_type": "cloud_api", "data_points": points}]}
