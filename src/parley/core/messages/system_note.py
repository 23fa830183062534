"""Something that WhatsApp says of a person in their thread: a new number, a new device, a chat opened. Inbound only."""

from msgspec import Struct

# What they say where WhatsApp gives no sentence of its own.
NOTES = {
    "request_welcome": "Opened the chat for the first time",
    "user_changed_number": "Changed their telephone number",
    "user_changed_user_id": "Changed their account's id",
    "customer_identity_changed": "Uses a new device: their security code changed",
}


class SystemNote(Struct, frozen=True, tag="system"):
    """``kind``: the platform's name for it. ``body``: its sentence, '' where it has none."""

    kind: str
    body: str = ""

    def texts(self) -> tuple[str, ...]:
        """WhatsApp's words, and nobody's."""
        return ()

    def line(self) -> str:
        """What a person would read first."""
        return self.body or NOTES.get(self.kind, self.kind.replace("_", " ").capitalize())

    def breaches(self) -> tuple[str, ...]:
        """A business can not send one."""
        return ("type: notes of WhatsApp can not be sent",)
