"""One line of the doctor's: which link, how it is, what is wrong, how to mend it."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from parley.whatsapp.client import GraphError
from parley.whatsapp.errors import meaning_of

State = Literal["OK", "WARN", "FAIL"]


@dataclass(frozen=True)
class Finding:
    """``about``: the number, '' for the installation as a whole."""

    link: str
    state: State
    sentence: str
    mend: str = ""
    about: str = ""

    def line(self) -> str:
        """For people."""
        place = f"{self.link} ({self.about})" if self.about else self.link
        return f"{self.state:<4}  {place}: {self.sentence}" + (f" → {self.mend}" if self.mend else "")

    def plain(self) -> dict[str, Any]:
        """For programs."""
        return asdict(self)


def unanswered(link: str, error: Exception, about: str = "") -> Finding:
    """The platform refused, or did not answer. Nothing of the request is shown: it had the token."""
    if isinstance(error, GraphError):
        said = meaning_of(error.code, error.status).sentence
        trace = f" (trace {error.trace_id})" if error.trace_id else ""
        return Finding(link, "FAIL", f"{said} Code {error.code}{trace}.", _mend(error.code, error.message), about)
    sentence = f"WhatsApp can not be reached ({type(error).__name__})."
    return Finding(link, "FAIL", sentence, "Check PARLEY_GRAPH_URL and the network.", about)


def _mend(code: int, message: str) -> str:
    if code in (0, 104, 190):
        return "Make a new permanent token of a system user and run: parley connect"
    if "appsecret_proof" in message:
        return "Set PARLEY_APP_SECRET to the secret of the app that the token was made for."
    if code in (3, 10, 131005) or 200 <= code <= 299:
        return "Give the system user the account and both whatsapp_business permissions, then make a new token."
    if code in (33, 100, 803):
        return "Check the phone number id and the business account id: the token does not open them."
    return ""
