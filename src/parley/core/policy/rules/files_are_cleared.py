"""Somebody has looked at a file before it goes out.

Why: what a picture shows no word list can read. Whoever attaches a file has seen it and answers for it; what a program
attaches nobody has seen. An installation may ask for more: a classifier, or a second person for each new file. What a
person once decided of a file holds for the very same content from then on, as whatever kind it is sent.

What WhatsApp fetches from an address nobody here can see, no classifier either: where one would look, or a program
gives the address, it waits for a person, whose word holds for the address.

Allowed: a photograph that an agent attaches; a price list that a person has cleared, whoever sends it.
Denied: a picture that a person refused before; one that a program attaches waits for a person.
"""

from parley.core.messages import LinkButton, LinkedFile, Media, kept_file
from parley.core.policy.content import finding
from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import FileFacts, Outbound, Screening
from parley.core.policy.opinions import Opinion
from parley.core.policy.screening import CLEAR, HIT, Hit
from parley.core.policy.verdicts import Finding

CLAUSE = "E7"
ALSO = ("E2",)
MOMENTS = ("outbound", "agent")
NAME = "files_are_cleared"
# Sound is heard by nobody before it goes out, unless it was refused; its name is read as a text.
UNHEARD = "audio"
INSTEAD = "Attach another file, or ask a supervisor."
UNSEEN = "No person has looked at this file, so one does before it goes out."
WAIT = "A colleague decides; the same file is not asked about again."
ID, JPEG = "5b1f9f2e-0000-4000-8000-000000000001", "image/jpeg"


def check(message: Outbound) -> Finding | None:
    """Block what was refused before, hold what nobody has looked at."""
    content, file = kept_file(message.content), message.file
    if message.linked:
        return _fetched(message)
    if content is None or file is None:
        return None
    if file.known == "refused":
        return _refused()
    if file.known == "cleared" or content.kind == UNHEARD:
        return None
    match file.screening:
        case "person":
            return _hold("Each new file is looked at by a second person before it goes out.", "person")
        case "classifier":
            return _classified(message)
        case "author" if message.author_kind != "agent":
            return _hold(UNSEEN, "author")
        case _:
            return None


def _fetched(message: Outbound) -> Finding | None:
    """Those that WhatsApp is to fetch, one or several."""
    if any(each.known == "refused" for each in message.linked):
        return _refused()
    unknown = [each for each in message.linked if not each.known]
    if not unknown or (unknown[0].screening == "author" and message.author_kind == "agent"):
        return None
    return _hold(UNSEEN, unknown[0].screening)


def _refused() -> Finding:
    sentence = "A person has refused this file before, so it is not sent."
    return Finding(NAME, CLAUSE, "block", sentence, "ask_supervisor", INSTEAD, {"by": "person"})


def _classified(message: Outbound) -> Finding | None:
    """When it is written nobody was asked yet; when it leaves somebody was, or it does not leave."""
    opinion = next((each for each in message.opinions if each.of == "file"), None)
    if opinion is None:
        return None
    hit = opinion.strongest
    if hit is not None and hit.strength >= HIT:
        found, then = ("finds", INSTEAD) if hit.strength >= CLEAR else ("may have found", WAIT)
        return finding(NAME, hit.group, hit, f"The classifier {found} “{hit.what}” in this file.", then)
    if opinion.failed and opinion.waits:
        return _hold("The classifier gave no answer on this file, so a person looks at it first.", opinion.failed)
    return None


def _hold(sentence: str, why: str) -> Finding:
    return Finding(NAME, CLAUSE, "hold", sentence, "wait", WAIT, {"why": why})


def breaches() -> tuple[Outbound, ...]:
    """What it refuses or holds."""
    nude = Opinion("file", "command", "own-1", (Hit("E7", "opinion", 0.9, "nudity"),))
    perhaps = Opinion("file", "command", "own-1", (Hit("E7", "opinion", 0.6, "nudity"),))
    return (
        _photo(known="refused"),
        _sound(known="refused"),
        _photo("person"),
        _banner(known="refused"),
        _banner("person"),
        _banner("classifier"),
        _banner(author_kind="bot"),
        _photo(author_kind="campaign"),
        _photo("classifier", opinions=(nude,)),
        _photo("classifier", opinions=(perhaps,)),
        _photo("classifier", opinions=(Opinion("file", "command", failed="timeout", waits=True),)),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    nothing = Opinion("file", "command", "own-1", (Hit("E7", "opinion", 0.1, "nudity"),))
    return (
        _photo(),
        _sound("person"),
        _banner(),
        _banner("classifier", known="cleared", author_kind="bot"),
        _photo("person", known="cleared"),
        _photo(known="cleared", author_kind="campaign"),
        _photo("classifier", opinions=(nothing,)),
    )


def _photo(screening: Screening = "author", *, known: str = "", **facts: object) -> Outbound:
    return _with(Media("image", ID, JPEG, "Our branch in Leeds", size=90_000), screening, known, facts)


def _sound(screening: Screening = "author", *, known: str = "", **facts: object) -> Outbound:
    return _with(Media("audio", ID, "audio/ogg", size=90_000, voice=True), screening, known, facts)


def _banner(screening: Screening = "author", *, known: str = "", **facts: object) -> Outbound:
    shown = LinkedFile("image", "https://northbank.example/pictures/branch.jpg")
    content = LinkButton("Our branch in Leeds.", "Look", "https://northbank.example/leeds", header_file=shown)
    return an_outbound(content, linked=(FileFacts("cd34", screening, known),), **facts)  # type: ignore[arg-type]


def _with(content: Media, screening: Screening, known: str, facts: dict[str, object]) -> Outbound:
    return an_outbound(content, file=FileFacts("ab12", screening, known), **facts)  # type: ignore[arg-type]
