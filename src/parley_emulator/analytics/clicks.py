"""What was tapped under the messages of a template: quick replies, and links with who followed them."""

from collections import Counter, defaultdict
from typing import Any

from parley_emulator.customers.links import KIND, links_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Message


class Clicks:
    """Read once for a question, from the answers and the taps that there are."""

    def __init__(self, platform: Platform) -> None:
        self._answers: dict[str, set[str]] = defaultdict(set)
        self._links: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for message in platform.world.messages.values():
            if message.incoming and message.type == "button":
                self._answers[message.context_id].add(str(message.object().get("text", "")))
        for tap in platform.world.things.values():
            if tap.kind == KIND:
                self._links[tap.fields["message_id"]].append((tap.fields["title"], tap.fields["wa_id"]))

    def listed(self, messages: list[Message]) -> list[dict[str, Any]]:
        """One object for each kind and each button."""
        answers = Counter(words for message in messages for words in self._answers.get(message.id, ()))
        taps = [tap for message in messages for tap in self._links.get(message.id, ())]
        every, unique = Counter(title for title, _ in taps), Counter(title for title, _ in set(taps))
        return [
            {"type": kind, "button_content": words, "count": count}
            for kind, counts in (("quick_reply_button", answers), ("url_button", every), ("unique_url_button", unique))
            for words, count in sorted(counts.items())
        ]

    def of_links(self, messages: list[Message]) -> int | None:
        """How often a link was followed; None where no message has one."""
        if not any(True for message in messages for _ in links_of(message)):
            return None
        return sum(len(self._links.get(message.id, ())) for message in messages)
