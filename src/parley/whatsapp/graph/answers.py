"""What the platform answers, as values. All fields may be missing; every one has a default."""

from typing import Any

from msgspec import Struct, field


class HealthError(Struct, frozen=True):
    """Why something can not send."""

    error_code: int = 0
    error_description: str = ""
    possible_solution: str = ""


class HealthEntity(Struct, frozen=True):
    """The health of one of the things that a send passes."""

    entity_type: str = ""
    id: str = ""
    can_send_message: str = ""
    additional_info: tuple[str, ...] = ()
    errors: tuple[HealthError, ...] = ()


class Health(Struct, frozen=True):
    """AVAILABLE, LIMITED or BLOCKED: the worst of all."""

    can_send_message: str = ""
    entities: tuple[HealthEntity, ...] = ()


class Throughput(Struct, frozen=True):
    """STANDARD or HIGH."""

    level: str = ""


class PhoneNumber(Struct, frozen=True):
    """A business number."""

    id: str = ""
    display_phone_number: str = ""
    verified_name: str = ""
    status: str = ""
    quality_rating: str = ""
    name_status: str = ""
    new_name_status: str = ""
    code_verification_status: str = ""
    account_mode: str = ""
    platform_type: str = ""
    throughput: Throughput | None = None
    whatsapp_business_manager_messaging_limit: str = ""
    messaging_limit_tier: str = ""
    is_official_business_account: bool = False
    is_pin_enabled: bool = False
    is_on_biz_app: bool = False
    health_status: Health | None = None
    webhook_configuration: dict[str, str] = field(default_factory=dict)

    @property
    def limit(self) -> str:
        """How many people may be written to first, under its present name or its old one."""
        return self.whatsapp_business_manager_messaging_limit or self.messaging_limit_tier


class Thing(Struct, frozen=True):
    """Anything of which only its id, its name and its state matter here."""

    id: str = ""
    name: str = ""
    status: str = ""


class Account(Struct, frozen=True):
    """A WhatsApp Business Account."""

    id: str = ""
    name: str = ""
    currency: str = ""
    country: str = ""
    timezone_id: str = ""
    status: str = ""
    account_review_status: str = ""
    business_verification_status: str = ""
    message_template_namespace: str = ""
    ownership_type: str = ""
    owner_business_info: Thing | None = None
    health_status: Health | None = None

    @property
    def portfolio(self) -> str:
        """The id of the business portfolio that owns it, '' where it is not told."""
        return self.owner_business_info.id if self.owner_business_info else ""


class Profile(Struct, frozen=True):
    """What customers see of the business."""

    about: str = ""
    address: str = ""
    description: str = ""
    email: str = ""
    profile_picture_url: str = ""
    websites: tuple[str, ...] = ()
    vertical: str = ""


class MediaInfo(Struct, frozen=True):
    """A file at the platform. ``file_size`` comes as a number or as text."""

    id: str = ""
    url: str = ""
    mime_type: str = ""
    sha256: str = ""
    file_size: int = 0


class Quality(Struct, frozen=True):
    """How people take a template."""

    score: str = ""
    date: int = 0
    reasons: tuple[str, ...] = ()


class Template(Struct, frozen=True):
    """A message template."""

    id: str = ""
    name: str = ""
    language: str = ""
    status: str = ""
    category: str = ""
    components: tuple[dict[str, Any], ...] = ()
    parameter_format: str = ""
    rejected_reason: str = ""
    quality_score: Quality | None = None
    correct_category: str = ""
    previous_category: str = ""
    sub_category: str = ""


class Made(Struct, frozen=True):
    """What was made; of a template also what became of it."""

    id: str = ""
    status: str = ""
    category: str = ""


class QrCode(Struct, frozen=True):
    """A code that opens a chat with a text."""

    code: str = ""
    prefilled_message: str = ""
    deep_link_url: str = ""
    qr_image_url: str = ""


class Blocked(Struct, frozen=True):
    """Somebody on the list of blocked people, or who could not be put there."""

    input: str = ""
    wa_id: str = ""
    user_id: str = ""
    errors: tuple[dict[str, Any], ...] = ()


class BlockResult(Struct, frozen=True):
    """Both may be filled: some succeed and some do not."""

    changed: tuple[Blocked, ...] = ()
    failed: tuple[Blocked, ...] = ()


class Automation(Struct, frozen=True):
    """What greets people in a chat: kept at the platform, read only (see ``doors``)."""

    id: str = ""
    enable_welcome_message: bool = False
    prompts: tuple[str, ...] = ()
    commands: tuple[dict[str, Any], ...] = ()


class CallPermission(Struct, frozen=True):
    """Whether a person lets the business call them. ``status``: no_permission, pending, temporary, permanent."""

    status: str = ""
    expiration_time: int = 0


class Commerce(Struct, frozen=True):
    """Whether the catalogue and the cart are shown."""

    id: str = ""
    is_cart_enabled: bool = True
    is_catalog_visible: bool = False


class FlowInfo(Struct, frozen=True):
    """A form of WhatsApp's."""

    id: str = ""
    name: str = ""
    status: str = ""
    categories: tuple[str, ...] = ()
    validation_errors: tuple[dict[str, Any], ...] = ()
    endpoint_uri: str = ""


class TokenInfo(Struct, frozen=True):
    """What a token is and what it may do. ``expires_at`` 0: never."""

    app_id: str = ""
    type: str = ""
    is_valid: bool = False
    expires_at: int = 0
    scopes: tuple[str, ...] = ()
    granular_scopes: tuple[dict[str, Any], ...] = ()
    error: dict[str, Any] = field(default_factory=dict)


class AppInfo(Struct, frozen=True):
    """An app."""

    id: str = ""
    name: str = ""
    link: str = ""


class Subscribed(Struct, frozen=True):
    """An app that gets the account's webhooks."""

    whatsapp_business_api_data: AppInfo = AppInfo()
    override_callback_uri: str = ""


class Subscription(Struct, frozen=True):
    """What an app's webhook listens to."""

    object: str = ""
    callback_url: str = ""
    active: bool = False
    fields: tuple[Any, ...] = ()
