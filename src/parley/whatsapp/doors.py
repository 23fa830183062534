"""Which calls that change something may be made freely: those that only touch what is the business's own.

All else may reach a person, or take something from them, so it is refused here, before a connection is made: messages,
marketing messages, calls, groups and who is in them, whose a thread is, blocking, and what greets people in a chat.
Messages have one way, the wire, for what the gate has cleared (R0). Blocking has ``blocking.py``, for what a human at
the desk has decided (decision 16). The others have none.
"""

import re

# The edges of Meta's description, and those of its pages (cloud API, 3 to 8), that are decided to be harmless.
FREE = frozenset(
    {
        # the account and who is told of its news
        "subscribed_apps", "subscriptions", "phone_numbers",
        # the number: whose it is, how it is set, what it is called
        "request_code", "verify_code", "register", "deregister", "settings", "username", "official_business_account",
        "business_compliance_info", "whatsapp_business_encryption",
        # what the phone of a number in the Business App knows
        "smb_app_data",
        # what customers see when they look: profile, codes, the shop
        "whatsapp_business_profile", "message_qrdls", "whatsapp_commerce_settings",
        # templates and forms: reviewed by the platform, sent by the wire only
        "message_templates", "unpause", "migrate_message_templates", "upsert_message_templates",
        "flows", "assets", "publish", "deprecate", "migrate_flows",
        # files: nobody gets one before a message shows it
        "media", "uploads",
        # steps of partners' solutions
        "accept", "reject", "send_deactivation_request", "accept_deactivation_request", "reject_deactivation_request",
    }
)  # fmt: skip
# One way only: a person who was blocked may write again.
FREE_TO_DELETE = FREE | {"block_users"}
# A node by its id, then an edge, then perhaps which of them. Ids of groups are not numbers, so no group is a node here.
PATH = re.compile(r"(?:\d+(?:/([a-z_]+)(?:/[\w-]+)?)?|upload:[\w:.?&=-]+)")
READING = "GET"


class DoorClosed(ValueError):
    """The call may reach a person, and nothing has cleared it."""

    def __init__(self, method: str, path: str) -> None:
        super().__init__(f"{method} {path} may reach a person: write to the outbox, the sender asks the gate.")


def may_be_called(method: str, path: str) -> bool:
    """Whether the call changes nothing, or only what is the business's own."""
    if method == READING:
        return True
    parts = PATH.fullmatch(path)
    if parts is None:
        return False
    edge = parts[1]
    return edge is None or edge in (FREE_TO_DELETE if method == "DELETE" else FREE)
