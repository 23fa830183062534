import asyncio
import base64
import shlex
from collections.abc import AsyncIterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from parley.core.messages import Media, Text
from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import FileFacts, Outbound
from parley.core.policy.opinions import READABLE, Opinion
from parley.core.policy.screening import CLEAR, HIT
from parley.opinions.readers import Readers
from parley.settings import Settings
from tests.opinions.standing_in import KEY, StandIn, moderated

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 16
SECRET_WORDS = "wondrous marmalade"


class Opened:
    """Readers as the settings make them; closed at the end of the test."""

    def __init__(self) -> None:
        self.readers: list[Readers] = []

    def __call__(self, service: StandIn, **values: Any) -> Readers:
        known: dict[str, Any] = {"opinion_url": service.url, "opinion_key": KEY, "_env_file": None}
        readers = Readers.open(Settings(**known | values))
        assert readers is not None
        self.readers.append(readers)
        return readers


@pytest.fixture
async def opened() -> AsyncIterator[Opened]:
    opening = Opened()
    yield opening
    for readers in opening.readers:
        await readers.close()


async def no_file(content: Media) -> bytes | None:
    raise AssertionError("no file was to be looked at")


async def the_file(content: Media) -> bytes | None:
    return PNG


async def on(readers: Readers, message: Outbound | str, client: str = "northbank") -> tuple[Opinion, ...]:
    outbound = an_outbound(message) if isinstance(message, str) else message
    return await readers.on(outbound, client, the_file if outbound.file else no_file)


def a_file(kind: Any = "image", mime_type: str = "image/png", sha256: str = "ab", known: Any = "") -> Outbound:
    content = Media(kind, "5b1f9f2e-0000-4000-8000-000000000001", mime_type)
    return an_outbound(content, file=FileFacts(sha256, "classifier", known))


async def test_a_text_is_asked_about_in_the_documented_form(opened: Opened, service: StandIn) -> None:
    service.answer = lambda _: moderated(harassment=0.7, hate=0.99, self_harm__instructions=0.1)
    (opinion,) = await on(opened(service), "Go away")
    assert service.asked == [{"model": "omni-moderation-latest", "input": "Go away"}]
    assert service.keys == [f"Bearer {KEY}"]
    assert (opinion.of, opinion.reader, opinion.model) == ("text", "openai-moderation", "omni-moderation-2024-09-26")
    found = {hit.what: (hit.group, hit.strength >= HIT, hit.strength >= CLEAR) for hit in opinion.hits}
    assert found == {
        "harassment": ("E7", True, False),
        "hate": ("E6", True, True),
        "self-harm/instructions": ("E2", False, False),
    }


async def test_a_category_that_the_service_flags_counts_whatever_its_score(opened: Opened, service: StandIn) -> None:
    def newer(_: dict[str, Any]) -> Any:
        result = {"categories": {"violence": True, "weapons/new": True}, "category_scores": {"violence": 0.01}}
        return {"model": "m", "results": [result]}

    service.answer = newer
    (opinion,) = await on(opened(service), "Hello")
    assert {(hit.what, hit.group, hit.strength) for hit in opinion.hits} == {
        ("violence", "E2", HIT),
        ("other", "E7", HIT),
    }


async def test_any_other_service_is_asked_in_the_plain_form(opened: Opened, service: StandIn) -> None:
    service.answer = lambda _: {"model": "own-7", "hits": [{"clause": "B8", "strength": 0.9, "what": "false promise"}]}
    (opinion,) = await on(opened(service, opinion_form="parley", opinion_model="own"), "You have won")
    assert service.asked == [{"model": "own", "text": "You have won", "clauses": list(READABLE)}]
    assert opinion.model == "own-7"
    assert [(hit.group, hit.what, hit.strength) for hit in opinion.hits] == [("B8", "false promise", 0.9)]


@pytest.mark.parametrize(
    "said",
    [
        b"<html>not JSON",
        b"\xff\xfe",
        {"results": []},
        {"results": [{"category_scores": {"hate": 7}}]},
        {"results": "no"},
        {"error": {"message": "no"}},
        b"[" * 100_000,
        b" " * (2 << 20),
    ],
)
async def test_nonsense_is_no_opinion(opened: Opened, service: StandIn, said: Any) -> None:
    service.answer = lambda _: said
    (opinion,) = await on(opened(service), "Hello")
    assert (opinion.failed, opinion.hits, opinion.waits) == ("nonsense", (), False)


@pytest.mark.parametrize(
    "hit",
    [{"clause": "A1", "strength": 1}, {"clause": "E7", "strength": 2}, {"clause": "E7", "strength": 1, "what": "a\nb"}],
)
async def test_the_plain_form_takes_only_what_was_asked_for(
    opened: Opened, service: StandIn, hit: dict[str, Any]
) -> None:
    service.answer = lambda _: {"hits": [hit]}
    (opinion,) = await on(opened(service, opinion_form="parley"), "Hello")
    assert opinion.failed == "nonsense"


async def test_a_service_that_is_slow_is_not_awaited_for_long(opened: Opened, service: StandIn) -> None:
    service.delay = 5
    async with asyncio.timeout(2):
        (opinion,) = await on(opened(service, opinion_seconds=0.2), "Hello")
    assert opinion.failed == "timeout"


@pytest.mark.parametrize(("status", "tries"), [(500, 1), (401, 1), (503, 2), (429, 2), (307, 1)])
async def test_a_refusal_is_no_opinion_and_what_may_pass_is_asked_once_more(
    opened: Opened, service: StandIn, status: int, tries: int
) -> None:
    service.status = status
    (opinion,) = await on(opened(service), "Hello")
    assert opinion.failed == "refused"
    assert len(service.asked) == tries


async def test_the_address_that_was_configured_is_the_only_one(opened: Opened, service: StandIn) -> None:
    service.status = 307
    await on(opened(service), "Hello")
    assert len(service.asked) == 1  # the address that it was sent on to was never asked


async def test_a_service_that_is_not_there_is_left_alone_after_five_failures(opened: Opened, service: StandIn) -> None:
    service.status = 500
    readers = opened(service)
    said = [(await on(readers, f"Hello {number}"))[0].failed for number in "abcdefg"]
    assert said == ["refused"] * 5 + ["resting"] * 2
    assert len(service.asked) == 5


async def test_what_it_will_not_read_is_no_reason_to_leave_it_alone(opened: Opened, service: StandIn) -> None:
    service.status = 413
    readers = opened(service)
    assert {(await on(readers, f"Hello {number}"))[0].failed for number in "abcdefgh"} == {"refused"}
    service.status = 200
    assert (await on(readers, "Hello"))[0].failed == ""


async def test_silence_holds_where_the_installation_says_so(opened: Opened, service: StandIn) -> None:
    service.status = 500
    (opinion,) = await on(opened(service, opinion_if_silent="hold"), "Hello")
    assert (opinion.failed, opinion.waits) == ("refused", True)


async def test_the_same_text_is_asked_about_once(opened: Opened, service: StandIn) -> None:
    service.delay = 0.05
    readers = opened(service)
    together = await asyncio.gather(*(on(readers, "Your order is on its way") for _ in range(20)))
    later = await on(readers, "Your order is on its way")
    assert {later, *together} == {later}
    assert len(service.asked) == 1
    await on(readers, "Your order is on its way!")
    assert len(service.asked) == 2


async def test_a_failure_is_not_remembered(opened: Opened, service: StandIn) -> None:
    readers = opened(service)
    service.status = 500
    assert (await on(readers, "Hello"))[0].failed == "refused"
    service.status = 200
    assert (await on(readers, "Hello"))[0].failed == ""


async def test_what_needs_no_judgement_is_shown_to_nobody(opened: Opened, service: StandIn) -> None:
    readers = opened(service, opinion_except="northbank, other")
    assert await on(readers, "Hello") == ()
    assert await on(readers, an_outbound(Text("You are opted out."), author_kind="system"), "third") == ()
    assert await on(readers, "👍 123", "third") == ()
    assert service.asked == []
    assert len(await on(readers, "Hello", "third")) == 1


async def test_nothing_is_asked_where_nothing_is_configured() -> None:
    assert Readers.open(Settings(_env_file=None)) is None
    assert Readers.open(Settings(media_screening="person", _env_file=None)) is None


async def test_neither_the_key_nor_the_text_is_logged(
    opened: Opened, service: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    readers = opened(service, opinion_seconds=0.5)
    service.answer = lambda _: SECRET_WORDS.encode()
    with capture_logs() as logged:
        for status, delay in ((500, 0.0), (200, 0.0), (401, 0.0), (200, 1.0)):
            service.status, service.delay = status, delay
            (opinion,) = await on(readers, SECRET_WORDS)
            assert opinion.failed
    said = f"{logged} {caplog.text}"
    assert said.count("opinions.no_answer") == 4
    assert KEY not in said and "marmalade" not in said
    assert KEY not in repr(Settings(opinion_url=service.url, opinion_key=KEY, _env_file=None))
    assert KEY not in repr(vars(readers._texts))


async def test_a_picture_is_shown_as_documented(opened: Opened, service: StandIn) -> None:
    service.answer = lambda _: moderated(sexual=0.95)
    readers = opened(service, media_screening="classifier")
    (opinion,) = await on(readers, a_file())
    address = service.asked[0]["input"][0]["image_url"]["url"]
    assert base64.b64decode(address.removeprefix("data:image/png;base64,")) == PNG
    assert [(hit.group, hit.what) for hit in opinion.hits] == [("E7", "sexual")]
    assert opinion.of == "file"


async def test_what_a_picture_service_can_not_read_waits_unless_it_is_a_document(
    opened: Opened, service: StandIn
) -> None:
    readers = opened(service, media_screening="classifier")
    (film,) = await on(readers, a_file("video", "video/mp4", "v"))
    (page,) = await on(readers, a_file("document", "application/pdf", "p"))
    assert [(each.failed, each.waits) for each in (film, page)] == [("not_readable", True), ("not_readable", False)]
    assert service.asked == []


async def test_a_file_whose_store_is_away_waits_whatever_it_is(opened: Opened, service: StandIn) -> None:
    async def away(content: Media) -> bytes | None:
        return None

    readers = opened(service, media_screening="classifier")
    (page,) = await readers.on(a_file("document", "application/pdf", "p"), "northbank", away)
    assert (page.failed, page.waits, service.asked) == ("unreachable", True, [])


async def test_a_file_that_a_person_has_decided_on_is_shown_to_nobody(opened: Opened, service: StandIn) -> None:
    readers = opened(service, media_screening="classifier")
    assert await on(readers, a_file(known="cleared")) == ()
    assert await on(readers, a_file("audio", "audio/ogg")) == ()
    assert service.asked == []


async def test_the_files_of_a_client_that_is_excepted_wait_for_a_person(opened: Opened, service: StandIn) -> None:
    readers = opened(service, media_screening="classifier", opinion_except="northbank")
    (opinion,) = await on(readers, a_file())
    assert (opinion.failed, opinion.waits, service.asked) == ("not_asked", True, [])


@pytest.mark.parametrize(
    ("script", "found", "failed"),
    [
        ("exit 0", [], ""),
        ("exit 1", [("E7", 0.6)], ""),
        ("exit 3", [], "refused"),
        ("""echo '{"model":"m","hits":[{"clause":"E7","strength":0.95}]}'; exit 1""", [("E7", 0.95)], ""),
        ("echo what; exit 0", [], "nonsense"),
        ("grep -q PNG $0", [], ""),
    ],
)
async def test_a_command_says_what_it_sees(
    opened: Opened, service: StandIn, script: str, found: list[tuple[str, float]], failed: str
) -> None:
    command = f"sh -c {shlex.quote(script)}"
    readers = opened(service, opinion_url="", media_screening="classifier", media_classifier=command)
    (opinion,) = await on(readers, a_file())
    assert ([(hit.group, hit.strength) for hit in opinion.hits], opinion.failed) == (found, failed)
    assert opinion.waits == bool(failed)


async def test_a_command_that_is_not_there_is_no_opinion(opened: Opened, service: StandIn) -> None:
    readers = opened(service, opinion_url="", media_screening="classifier", media_classifier="/no/such/program")
    (opinion,) = await on(readers, a_file())
    assert (opinion.failed, opinion.waits) == ("unreachable", True)


@pytest.mark.parametrize(
    "values",
    [
        {"opinion_url": "file:///etc/passwd"},
        {"media_classifier": "ftp://somewhere", "media_screening": "classifier"},
        {"media_screening": "classifier"},
        {"opinion_form": "another"},
    ],
)
def test_settings_that_do_not_fit_are_refused_at_the_start(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(values)).split("_")[0]):
        Settings(**values, _env_file=None)
