"""A scripted customer: asks one real question and goes on until it is answered, by the bot or by a person."""

from dataclasses import dataclass, field
from typing import Any

from parley.demo.bank import Bank
from parley.demo.check.platform import Platform, Received

PATIENCE_SECONDS = 90
MOST_TURNS = 8
AGENT_MARK = "of Northbank here"  # how the scripted agents begin, so that their words are told from the bot's


@dataclass
class Story:
    """What became of one customer's question."""

    wa_id: str
    question: str
    label: str
    wants_person: bool = False
    sent: list[str] = field(default_factory=list)
    answered_intent: str = ""
    asked_back: bool = False
    with_person: bool = False
    ended: str = "waiting"


class Customer:
    """Plays one story to its end."""

    def __init__(self, platform: Platform, bank: Bank, story: Story) -> None:
        self._platform = platform
        self._bank = bank
        self._story = story

    async def play(self) -> Story:
        """The story, ended: 'solved by the bot', 'answered by a person', or 'no answer in time'."""
        await self._say({"type": "text", "text": {"body": self._story.question}})
        try:
            for _ in range(MOST_TURNS):
                if await self._react(await self._platform.next_for(self._story.wa_id, PATIENCE_SECONDS)):
                    return self._story
        except TimeoutError:
            pass
        self._story.ended = "no answer in time"
        return self._story

    async def _react(self, received: Received) -> bool:
        """Answer what came; True when the story is over."""
        options = _options(received)
        story = self._story
        if "solved:yes" in options:
            return await self._to_answer(received, options)
        if any(each.startswith("intent:") for each in options):
            story.asked_back = True
            wanted = f"intent:{story.label}"
            await self._tap(options, wanted if wanted in options else "intent:none")
        elif "path:in_chat" in options:
            await self._tap(options, "path:in_chat")
        elif AGENT_MARK in _text(received):
            story.with_person = True
            story.ended = "answered by a person"
            return True
        elif story.ended == "solved by the bot":
            return True
        return False

    async def _to_answer(self, received: Received, options: dict[str, dict[str, Any]]) -> bool:
        """A wrong answer is not taken for one: they know what they meant. Some want a person anyway."""
        answers = {answer.text: intent for intent, answer in self._bank.intents.items()}
        self._story.answered_intent = answers.get(_text(received), "?")
        if self._story.answered_intent == self._story.label and not self._story.wants_person:
            self._story.ended = "solved by the bot"
            await self._tap(options, "solved:yes")
        else:
            await self._tap(options, "path:in_chat")
        return False

    async def _tap(self, options: dict[str, dict[str, Any]], wanted: str) -> None:
        await self._say({"type": "interactive", "interactive": options[wanted]})

    async def _say(self, message: dict[str, Any]) -> None:
        self._story.sent.append(await self._platform.say(self._story.wa_id, message))


def _text(received: Received) -> str:
    interactive = received.body.get("interactive")
    if interactive:
        return str(interactive["body"]["text"])
    return str(received.body.get("text", {}).get("body", ""))


def _options(received: Received) -> dict[str, dict[str, Any]]:
    """What can be tapped, each with the tap as the platform takes it."""
    interactive = received.body.get("interactive") or {}
    action = interactive.get("action", {})
    found: dict[str, dict[str, Any]] = {}
    for button in action.get("buttons", ()):
        found[button["reply"]["id"]] = {"type": "button_reply", "button_reply": button["reply"]}
    for section in action.get("sections", ()):
        for row in section["rows"]:
            found[row["id"]] = {"type": "list_reply", "list_reply": row}
    return found
