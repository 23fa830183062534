"""The fields that an application can ask to be told of."""

NAMES = frozenset(
    {
        *("messages", "message_template_status_update", "message_template_quality_update"),
        *("message_template_components_update", "template_category_update", "phone_number_quality_update"),
        *("phone_number_name_update", "account_update", "account_alerts", "account_review_update"),
        *("business_capability_update", "business_username_update", "user_preferences", "security", "flows", "calls"),
        *("history", "smb_app_state_sync", "smb_message_echoes", "message_echoes", "standby", "messaging_handovers"),
        *("automatic_events", "tracking_events", "account_settings_update", "payment_configuration_update"),
        *("partner_solutions", "group_lifecycle_update", "group_participants_update", "group_settings_update"),
        "group_status_update",
    }
)
