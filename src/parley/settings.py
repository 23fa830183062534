"""Every setting, with its default and what it does. Read from the environment (``PARLEY_…``) or a file ``.env``."""

import json
import os
import secrets
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

META = "https://graph.facebook.com"
GENERATED = ("app_secret", "verify_token", "secret_key")


class Settings(BaseSettings):
    """The settings of one installation; each is the variable ``PARLEY_`` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="PARLEY_", env_file=".env", extra="ignore")

    data_dir: Path = Field(Path(".parley"), description="Folder for the embedded database, models and secrets.")
    database_url: str = Field(
        "",
        description="PostgreSQL 15 or newer, as the role that owns the schema. Empty: the embedded server.",
    )
    host: str = Field("127.0.0.1", description="Address the web process listens on.")
    port: int = Field(8700, ge=0, le=65535, description="Port the web process listens on.")
    public_url: str = Field(
        "", description="Address people use, when it is behind a proxy. https makes cookies secure."
    )
    graph_url: str = Field("http://127.0.0.1:8701", description="WhatsApp platform: Meta's address or the local one.")
    graph_version: str = Field("v23.0", description="Version of the platform's API.")
    app_secret: str = Field("", repr=False, description="Signs webhooks. Empty: made once, kept in the data folder.")
    app_id: str = Field(
        "100000000000001", description="The app's id at Meta, for the sign-up dialogue. The default is the local one's."
    )
    signup_config: str = Field(
        "", description="Configuration id of Facebook Login for Business: Meta's sign-up dialogue needs it."
    )
    dialog_url: str = Field(
        "", description="Where the sign-up dialogue is. Empty: www.facebook.com with Meta, else the local platform."
    )
    verify_token: str = Field("", repr=False, description="Answers the webhook handshake. Empty: made once.")
    secret_key: str = Field(
        "",
        repr=False,
        description="Encrypts access tokens at rest and keys the marks of what customers wrote. Empty: made once.",
    )
    clock_file: Path | None = Field(
        None,
        description="File with seconds to add to the clock: the local platform's settable time. Never in production.",
    )
    offer_seconds: int = Field(30, ge=1, description="How long an agent has to accept an offered conversation.")
    reconcile_seconds: int = Field(
        60,
        ge=1,
        description="How long to await the platform's word on a message whose sending was interrupted.",
    )
    profile_days: int = Field(180, ge=1, description="How long a confirmed business profile counts as current.")
    session_hours: int = Field(12, ge=1, description="A log-in lasts this long after the last request.")
    pool_size: int = Field(10, ge=2, description="Database connections of each process.")
    files_url: str = Field(
        "",
        description="Where files are kept, theirs and ours: s3://bucket/prefix. Empty: a folder in the data folder. "
        "Keys and region come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION.",
    )
    files_endpoint: str = Field("", description="Address of the object store, where it is not Amazon's own.")
    scanner: str = Field(
        "",
        description="Virus scanner for customers' files: clamd://host:port, clamd:///path/of/its/socket, or a command "
        "that gets the file's name and ends with 0 (clean) or 1 (infected). Empty: none.",
    )
    media_screening: Literal["author", "classifier", "person"] = Field(
        "author",
        description="Who looks at a picture, video, sticker or document before it goes out (E7). author: the agent who "
        "attaches it; what a program attaches waits for a person. classifier: media_classifier. person: a second "
        "person, once for each new file.",
    )
    media_classifier: str = Field(
        "",
        description="Where media_screening is classifier: a command that gets the file's name and ends with 0 "
        "(nothing) or 1 (objection), or the address of a service of opinion_form. Empty: opinion_url.",
    )
    opinion_url: str = Field(
        "",
        description="Moderation endpoint that reads each text before it leaves; it may only tighten. Texts are sent to "
        "this address and to no other. Empty: none.",
    )
    opinion_key: str = Field("", repr=False, description="Lets parley in at opinion_url, as a bearer token.")
    opinion_form: Literal["openai-moderation", "parley"] = Field(
        "openai-moderation", description="How it is asked: as OpenAI's moderation endpoint, or in parley's plain form."
    )
    opinion_model: str = Field("omni-moderation-latest", description="Model that it is asked to use.")
    opinion_seconds: float = Field(3.0, gt=0, le=30, description="How long its answer on a text is awaited.")
    opinion_if_silent: Literal["go_on", "hold"] = Field(
        "go_on", description="Without its answer a text goes on, which is recorded, or waits for a person (hold)."
    )
    opinion_except: str = Field("", description="Slugs of Clients whose texts and files are never sent to an endpoint.")
    log_level: str = Field("info", description="debug, info, warning or error.")

    @model_validator(mode="after")
    def _readers_fit(self) -> "Settings":
        for name in ("opinion_url", "media_classifier"):
            value = getattr(self, name)
            if (name == "opinion_url" or "://" in value) and value and not value.startswith(("https://", "http://")):
                raise ValueError(f"{name}: an address begins with https:// or http://")
        if self.media_screening == "classifier" and not (self.media_classifier or self.opinion_url):
            raise ValueError("media_screening: classifier needs media_classifier or opinion_url")
        return self

    @property
    def dialogue(self) -> str:
        """The origin of the sign-up dialogue."""
        meta = self.graph_url.startswith(META)
        return (self.dialog_url or ("https://www.facebook.com" if meta else self.graph_url)).rstrip("/")

    @property
    def files_dir(self) -> Path:
        """Where files are kept without an object store."""
        return self.data_dir / "files"

    @property
    def models_dir(self) -> Path:
        """Where the embedding file and the trained models are."""
        return self.data_dir / "models"


def load_settings(**overrides: Any) -> Settings:
    """Settings with every secret present: those not given are made once and kept in ``data_dir/secrets.json``."""
    settings = Settings(**overrides)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    missing = [name for name in GENERATED if not getattr(settings, name)]
    if not missing:
        return settings
    kept = _kept_secrets(settings.data_dir / "secrets.json")
    return settings.model_copy(update={name: kept[name] for name in missing})


def _kept_secrets(file: Path) -> dict[str, str]:
    """Read the file, or make it first. Two processes may start at once: the first to link its file wins."""
    if not file.exists():
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps({name: secrets.token_urlsafe(32) for name in GENERATED}))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    kept: dict[str, str] = json.loads(file.read_text())
    return kept
