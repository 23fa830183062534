"""What of a message a second reader is shown, if anything."""

from parley.core.messages import Media, kept_file
from parley.core.policy.facts import Outbound
from parley.core.policy.rules.files_are_cleared import UNHEARD


def words_of(message: Outbound) -> str:
    """What the customer will read, and nothing of who they are; '' where there is nothing to judge.

    What the system says are sentences of our own, and the confirmation of an opt-out must not wait.
    """
    said = "\n".join(message.texts())
    return said if message.author_kind != "system" and any(map(str.isalpha, said)) else ""


def file_of(message: Outbound) -> Media | None:
    """The file that a classifier looks at; None where none is asked, or a person has decided on it."""
    content, file = kept_file(message.content), message.file
    if content is None or content.kind == UNHEARD or file is None:
        return None
    return content if file.screening == "classifier" and not file.known else None
