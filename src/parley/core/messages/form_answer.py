"""A form that the customer filled in: a flow, an address. Inbound only."""

from msgspec import Struct


class FormField(Struct, frozen=True):
    """One answer under the name that the form gives it."""

    name: str
    value: str


class FormAnswer(Struct, frozen=True, tag="form_answer"):
    """What was answered; ``form``: 'flow', 'address_message', or another name of the platform's."""

    form: str
    answers: tuple[FormField, ...]
    body: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return tuple(text for text in (self.body, *(field.value for field in self.answers)) if text)

    def line(self) -> str:
        """What a person would read first."""
        return self.body or ", ".join(field.value for field in self.answers) or "Form filled in"

    def breaches(self) -> tuple[str, ...]:
        """A business can not send one."""
        return ("type: an answer to a form comes from the customer and can not be sent",)
