"""News of the platform as a sentence and a few facts: one entry a field of the webhooks (cloud API, 5.6 to 5.8).

Facts are named here one by one, so that nothing about a customer gets among them.
"""

from dataclasses import dataclass
from typing import Any

from parley.core.messages.inbound import Notice
from parley.whatsapp.event import each_of, text_at

LONGEST = 300
TEMPLATE = ("message_template_name", "message_template_language")


@dataclass(frozen=True)
class News:
    """Where the event stands, which facts are shown, how it is said, and which events are grave ('*': all)."""

    events: tuple[str, ...]
    sentence: str
    facts: tuple[str, ...] = ()
    grave: frozenset[str] = frozenset()
    # A list of which the first is meant, where the field holds one.
    inside: str = ""
    counted: tuple[str, ...] = ()


def _grave(words: str) -> frozenset[str]:
    return frozenset(words.split())


GROUP = News(("type",), "A group: {event}.", ("subject",), inside="groups",
             counted=("added_participants", "removed_participants", "failed_participants"))  # fmt: skip
NAME = News(("status",), "The user name {username} of a number: {event}.", ("username",))
FIELDS: dict[str, News] = {
    "message_template_status_update": News(
        ("event",), "The template {message_template_name} ({message_template_language}): {event}.",
        (*TEMPLATE, "message_template_category", "reason", "other_info.title", "other_info.description",
         "disable_info.disable_date", "rejection_info.reason", "rejection_info.recommendation"),
        _grave("REJECTED PAUSED DISABLED FLAGGED LOCKED LIMIT_EXCEEDED")),
    "message_template_quality_update": News(
        ("new_quality_score",), "The quality of the template {message_template_name}: {event}.",
        (*TEMPLATE, "previous_quality_score"), _grave("RED YELLOW")),
    "message_template_components_update": News(
        (), "The template {message_template_name} ({message_template_language}) has new words.", TEMPLATE),
    "template_category_update": News(
        ("correct_category", "new_category"), "The category of the template {message_template_name}: {event}.",
        (*TEMPLATE, "previous_category", "new_category", "correct_category", "category_update_timestamp"), _grave("*")),
    "template_correct_category_detection": News(
        ("correct_category", "category"), "WhatsApp finds that {message_template_name} is of another category.",
        (*TEMPLATE, "category", "correct_category"), _grave("*")),
    "phone_number_quality_update": News(
        ("event",), "The number {display_phone_number}: {event}.",
        ("display_phone_number", "current_limit", "old_limit", "max_daily_conversations_per_business"),
        _grave("FLAGGED DOWNGRADE")),
    "phone_number_name_update": News(
        ("decision",), "The name {requested_verified_name} of a number: {event}.",
        ("display_phone_number", "requested_verified_name", "rejection_reason"), _grave("REJECTED DEFERRED")),
    "account_update": News(
        ("event",), "The business account: {event}.",
        ("country", "violation_info.violation_type", "ban_info.waba_ban_state", "ban_info.waba_ban_date",
         "disconnection_info.reason", "disconnection_info.initiated_by", "waba_info.waba_id",
         "waba_info.ad_account_linked", "waba_info.partner_app_id", "waba_info.solution_id",
         "partner_client_certification_info.status",
         "volume_tier_info.pricing_category", "volume_tier_info.tier", "volume_tier_info.effective_month",
         "volume_tier_info.region", "auth_international_rate_eligibility.start_time"),
        _grave("ACCOUNT_DELETED ACCOUNT_RESTRICTION ACCOUNT_VIOLATION DISABLED_UPDATE PARTNER_REMOVED "
               "ACCOUNT_OFFBOARDED")),
    "account_alerts": News(
        ("alert_info.alert_type", "alert_type"), "An alert: {event}.",
        ("entity_type", "alert_info.alert_severity", "alert_info.alert_status", "alert_info.alert_description"),
        _grave("*")),
    "account_review_update": News(("decision",), "The review of the business account: {event}.", (),
                                  _grave("REJECTED DEFERRED")),
    "account_settings_update": News(("type", "event"), "Settings of a number were changed: {event}."),
    "business_capability_update": News(
        (), "What the business may do has changed.",
        ("max_daily_conversation_per_phone", "max_daily_conversations_per_business", "max_phone_numbers_per_business",
         "max_phone_numbers_per_waba")),
    "business_username_update": NAME,
    "business_username_updates": NAME,
    "security": News(("event",), "Security of the number {display_phone_number}: {event}.", ("display_phone_number",),
                     _grave("*")),
    "flows": News(("event",), "A flow: {event}.",
                  ("flow_id", "old_status", "new_status", "error_rate", "threshold", "alert_state", "message"),
                  _grave("FLOW_STATUS_CHANGE ENDPOINT_AVAILABILITY CLIENT_ERROR_RATE ENDPOINT_ERROR_RATE")),
    "calls": News(("event", "status"), "A call: {event}. Calls are not taken here.", ("direction", "status"),
                  inside="calls"),
    "group_lifecycle_update": GROUP,
    "group_participants_update": GROUP,
    "group_settings_update": GROUP,
    "group_status_update": GROUP,
    "history": News((), "History of the phone app: nothing that can be shown.",
                    ("history.metadata.phase", "history.metadata.progress", "history.errors.code")),
    "payment_configuration_update": News(("status", "event"), "A payment configuration: {event}.",
                                         ("configuration_name", "provider_name", "status")),
    "partner_solutions": News(("event",), "A partner's solution: {event}.", ("solution_id", "solution_status")),
    "tracking_events": News(("event_name",), "An event of an advertisement: {event}.", inside="events"),
    "automatic_events": News(("event_name",), "WhatsApp took a message for: {event}.", inside="automatic_events"),
    "user_actions": News(("action_type",), "A marketing message was used: {event}.", inside="user_actions"),
    "messages": News(("errors.code",), "WhatsApp reports an error: {event}.",
                     ("errors.title", "errors.error_data.details"), _grave("*")),
}  # fmt: skip


def notice_of(field: str, value: dict[str, Any]) -> Notice | None:
    """None for a field that is not known, or that says nothing of what it should."""
    news = FIELDS.get(field)
    if news is None:
        return None
    told: Any = value
    if news.inside:
        told = next(iter(each_of(value.get(news.inside))), None)
    event = next((text for path in news.events if (text := _at(told, path))), "")
    facts = {path.rpartition(".")[2]: text for path in news.facts if (text := _at(told, path))}
    facts |= {name: str(len(each_of(told[name]))) for name in news.counted if isinstance(told, dict) and name in told}
    if not event and (news.events or not facts):
        return None
    words = _Words(facts, event=event.replace("_", " ").lower())
    grave = bool(event) and bool(news.grave & {"*", event.upper()})
    return Notice(field, event, news.sentence.format_map(words)[:LONGEST], facts, grave)


class _Words(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "without a name"


def _at(value: Any, path: str) -> str:
    """The text at that path; of a list the first."""
    *before, last = path.split(".")
    for name in before:
        value = next(iter(each_of(value.get(name))), None) if isinstance(value, dict) else None
    return text_at(value, last)[:LONGEST]


def stranger_changed() -> Notice:
    """Somebody goes by another number, who is not known here."""
    return Notice("messages", "user_changed_number", "Somebody who is not known here has a new number.")


def why_not(change: Any) -> str:
    """Why it is kept aside, in plain words."""
    field = text_at(change, "field")
    value = change.get("value") if isinstance(change, dict) else None
    if field in ("messages", "smb_message_echoes", "message_echoes", "standby", "history") and isinstance(value, dict):
        return f"a message or status without what every one has: {field}"
    return f"a report that is not handled yet: {field[:60] or 'without a field'}"
