"""Who may do what with the account."""

from typing import Any

from parley_emulator.enforcement.portfolio import name_of
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.numbers.activities import note_activity
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "assigned_users"
FIELDS = ("id", "name", "tasks", "business", "user_type")
SHAPE = Shape("AssignedUser", FIELDS)
TASKS = frozenset(
    {
        *("MANAGE", "DEVELOP", "MANAGE_TEMPLATES", "MANAGE_PHONE", "VIEW_COST", "MANAGE_EXTENSIONS"),
        *("VIEW_PHONE_ASSETS", "MANAGE_PHONE_ASSETS", "VIEW_TEMPLATES", "VIEW_INSIGHTS", "RECEIVE_INCOMING_MESSAGES"),
        *("MANAGE_BILLING", "MANAGE_USERS", "MESSAGING", "FULL_CONTROL"),
    }
)


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Those of the business that is named, in pages."""
    if not call.param("business"):
        raise Refusal(100, "The parameter business is required.")
    business = {"id": account.business_id, "name": name_of(platform.world, account.business_id)}
    users = account.fields.get("users", {}) if call.param("business") == account.business_id else {}
    whole = [
        {"id": user, "name": each["name"], "tasks": each["tasks"], "business": business, "user_type": each["kind"]}
        for user, each in users.items()
    ]
    items = [pick(call.param("fields"), each, FIELDS) for each in whole]
    return {**page(call, f"{account.id}/assigned_users", items), "summary": {"total_count": len(items)}}


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """A user with tasks; a known one gets these instead."""
    user = _user(call)
    tasks = call.value("tasks")
    tasks = [str(each).upper() for each in tasks] if isinstance(tasks, list) else [str(tasks or "").upper()]
    if not tasks or not TASKS.issuperset(tasks):
        raise Refusal(100, f"Param tasks must be an array of {', '.join(sorted(TASKS))}.")
    told = {"name": f"User {user[-4:]}", "tasks": tasks, "kind": "BUSINESS_USER", "since": platform.clock.iso()}
    account.fields = {**account.fields, "users": {**account.fields.get("users", {}), user: told}}
    platform.world.save_account(account)
    note_activity(platform, account.id, "USER_ADDED", "A user was assigned.", {"user_id": user, "tasks": tasks})
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The user has nothing to do with it any more."""
    user = _user(call)
    users = dict(account.fields.get("users", {}))
    if users.pop(user, None) is None:
        raise Refusal(100, "Param user is not assigned to the account.")
    account.fields = {**account.fields, "users": users}
    platform.world.save_account(account)
    note_activity(platform, account.id, "USER_REMOVED", "A user was removed.", {"user_id": user})
    await platform.store.committed()
    return {"success": True}


def _user(call: Call) -> str:
    user = call.param("user")
    if not user.isdigit():
        raise Refusal(100, "Param user must be the id of a user.")
    return user
