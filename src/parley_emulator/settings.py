"""What can be set, with its default."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Pace:
    """How quickly the platform and its customers do things, in real seconds."""

    delivered: float = 0.2
    read: float = 0.3
    approval: float = 1.0


@dataclass
class Outgoing:
    """How webhooks go out. The gaps between tries grow on the platform's clock, up to the longest.

    ``gather``: seconds that each waits for others to go with; without it only what comes while others are under way
    goes together. ``certificate`` (with its key) is what the platform shows where it is asked who it is; ``authority``
    is trusted beside those that the machine trusts.
    """

    batch: int = 100
    parallel: int = 8
    linger: float = 0.01
    gather: float = 0.0
    timeout: float = 10.0
    first_gap: float = 0.5
    longest_gap: float = 3600.0
    keep_days: float = 7.0
    certificate: Path | None = None
    authority: Path | None = None


@dataclass
class Settings:
    """One running platform."""

    host: str = "127.0.0.1"
    port: int = 8701
    data_dir: Path = Path(".parley/emulator")
    webhook_url: str = ""
    app_secret: str = ""
    verify_token: str = ""
    clock_file: Path | None = None
    rate_cards: Path | None = None
    pace: Pace = field(default_factory=Pace)
    outgoing: Outgoing = field(default_factory=Outgoing)

    @property
    def base_url(self) -> str:
        """Where others reach this platform."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::", ""} else self.host  # noqa: S104
        return f"http://{host}:{self.port}"
