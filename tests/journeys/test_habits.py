"""What people complain of at other desks: words that are lost, sent twice or never seen, and places that are lost."""

import asyncio

import pytest
from playwright.async_api import Page, Route, expect

from parley.demo.seed import PASSWORD
from tests.journeys.acting import SEE_MS, accepts, comes_true, fits, hears, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(180, func_only=True)]
NORTHBANK = "106540352242922"
AMARA = "amara@northbank.example"
A_PERSON = "I want to talk to a person"
ALL_ANSWERED = """async (number) => {
    const { items } = await (await fetch('/api/conversations?view=all')).json();
    const listed = items.filter((each) => JSON.stringify(each).includes('Listed '));
    return listed.filter((each) => each.last_message.from === 'bot').length === number;
}"""

# What this browser keeps of somebody's words.
KEPT = """() => Object.entries(localStorage).filter(([key]) => /^parley:(draft|unsent):/.test(key))
    .map(([, words]) => words)"""


async def talks(stage: Stage, wa_id: str, name: str) -> tuple[Page, Page]:
    """A customer's phone, and the desk where their conversation is open."""
    await stage.customer(wa_id, name)
    phone = await stage.phone(wa_id)
    desk = await stage.desk(AMARA)
    await says(phone, A_PERSON)
    await accepts(desk, name)
    return phone, desk


async def writes(stage: Stage, wa_id: str, text: str) -> None:
    said = {"phone_number_id": NORTHBANK, "type": "text", "text": {"body": text}}
    await stage.installation.control(f"customers/{wa_id}/messages", said)


@pytest.mark.parametrize("arrived", [False, True], ids=["never arrived", "arrived unseen"])
async def test_what_was_sent_as_the_page_was_left_is_neither_lost_nor_doubled(stage: Stage, arrived: bool) -> None:
    wa_id = f"44770090041{int(arrived)}"
    phone, desk = await talks(stage, wa_id, f"Una Sent {int(arrived)}")
    asked = asyncio.Event()

    async def no_answer(route: Route) -> None:
        if route.request.method != "POST":
            await route.fallback()
            return
        if arrived:
            await route.fetch()
        asked.set()

    await desk.route("**/api/conversations/*/messages", no_answer)
    words = "Hello Una, your card is on its way."
    await replies(desk, words)
    await asyncio.wait_for(asked.wait(), 20)
    await desk.reload()
    await desk.unroute("**/api/conversations/*/messages")
    uncertain = desk.get_by_test_id("send-failed")
    if not arrived:
        await expect(uncertain).to_contain_text("never sends it twice", timeout=SEE_MS)
        await stage.picture(desk, "desk-unsent-0")
        await uncertain.get_by_role("button", name="Try again").click()
    await hears(phone, words)
    await expect(uncertain).to_have_count(0, timeout=SEE_MS)
    await expect(desk.get_by_test_id("message-bubble").filter(has_text=words)).to_have_count(1)
    await comes_true(desk, f"({KEPT})().length === 0")
    await expect(phone.locator('[data-testid="bubble"][data-from="business"]').filter(has_text=words)).to_have_count(1)
    await desk.reload()
    await expect(desk.get_by_test_id("message-bubble").filter(has_text=words)).to_have_count(1, timeout=SEE_MS)


async def test_a_draft_waits_where_it_was_begun_and_the_list_says_so(stage: Stage) -> None:
    _, desk = await talks(stage, "447700900412", "Dana Begun")
    await desk.get_by_test_id("composer-input").fill("I am looking at your")
    await desk.keyboard.press("Escape")
    await desk.keyboard.press("Escape")
    row = desk.get_by_test_id("conversation-row").filter(has_text="Dana Begun")
    await expect(row).to_contain_text("Draft: I am looking at your", timeout=SEE_MS)
    await stage.picture(desk, "desk-draft")
    await desk.reload()
    await expect(row).to_contain_text("Draft: I am looking at your", timeout=SEE_MS)
    await row.click()
    await expect(desk.get_by_test_id("composer-input")).to_have_value("I am looking at your")
    await desk.get_by_test_id("composer-input").fill("")
    await expect(row).not_to_contain_text("Draft")


async def logs_in(desk: Page, email: str) -> None:
    await desk.get_by_test_id("login-email").fill(email)
    await desk.get_by_test_id("login-password").fill(PASSWORD)
    await desk.get_by_test_id("login-submit").click()
    await desk.get_by_test_id("login-submit").wait_for(state="detached")


async def test_a_draft_is_gone_when_its_writer_logs_out_and_nobody_else_ever_finds_it(stage: Stage) -> None:
    _, desk = await talks(stage, "447700900415", "Lena Shared")
    words = "Between you and me"
    row = desk.get_by_test_id("conversation-row").filter(has_text="Lena Shared")

    await desk.get_by_test_id("composer-input").fill(words)
    assert await desk.evaluate(KEPT) == [words]
    await desk.context.clear_cookies()  # the session ends by itself
    await desk.reload()
    await logs_in(desk, AMARA)
    await row.click()
    await expect(desk.get_by_test_id("composer-input")).to_have_value(words, timeout=SEE_MS)

    await desk.context.clear_cookies()
    await desk.reload()
    await logs_in(desk, "finn@northbank.example")
    assert await desk.evaluate(KEPT) == []

    await desk.evaluate("fetch('/api/session', { method: 'DELETE' })")  # or the next story's work is offered to Finn
    await desk.context.clear_cookies()
    await desk.reload()
    await logs_in(desk, AMARA)
    await row.click()
    await expect(desk.get_by_test_id("composer-input")).to_have_value("", timeout=SEE_MS)
    await desk.get_by_test_id("composer-input").fill(words)
    await desk.get_by_test_id("user-menu").click()
    await desk.get_by_test_id("log-out").click()
    await desk.get_by_test_id("login-submit").wait_for()
    assert await desk.evaluate(KEPT) == []
    await logs_in(desk, AMARA)  # whoever is at the desk at the end of a story gives back what they had


async def test_who_reads_above_is_told_how_much_has_come_below_and_stays_there(stage: Stage) -> None:
    wa_id = "447700900413"
    _, desk = await talks(stage, wa_id, "Rae Above")
    for number in range(14):
        await writes(stage, wa_id, f"Line {number} of what I have to tell you")
    await expect(desk.get_by_test_id("thread")).to_contain_text("Line 13", timeout=SEE_MS)
    thread = desk.get_by_test_id("thread")
    await thread.hover()
    await desk.mouse.wheel(0, -500)
    await expect(desk.get_by_role("button", name="Newest")).to_be_visible()
    before = await thread.evaluate("(box) => box.scrollTop")
    for number in (1, 2):
        await writes(stage, wa_id, f"And one more thing, {number}")
    button = desk.get_by_role("button", name="2 new")
    await expect(button).to_be_visible(timeout=SEE_MS)
    assert await thread.evaluate("(box) => box.scrollTop") == before
    await stage.picture(desk, "desk-new-below")
    await button.click()
    await expect(desk.get_by_text("And one more thing, 2").last).to_be_in_viewport()
    await expect(button).to_have_count(0)


async def test_a_list_is_where_it_was_left_when_one_comes_back_from_a_conversation(stage: Stage) -> None:
    for number in range(24):
        wa_id = f"4477009005{number:02d}"
        await stage.customer(wa_id, f"Listed {number:02d}")
        await writes(stage, wa_id, "How do I change my PIN?")
    desk = await stage.desk(AMARA, width=360, height=740)
    await desk.get_by_test_id("tab-all").click()
    box = desk.locator("#conversation-list")
    await comes_true(desk, ALL_ANSWERED, 24)  # in any order: until then rows change places
    await expect(desk.get_by_test_id("conversation-row").filter(has_text="Listed").nth(8)).to_be_attached()
    await box.evaluate("(box) => box.scrollTo(0, 700)")
    row = desk.get_by_test_id("conversation-row").filter(has_text="Listed").nth(8)
    await row.scroll_into_view_if_needed()
    left = await box.evaluate("(box) => box.scrollTop")
    assert left > 200
    await row.click()
    await desk.get_by_label("Back to the list").click()
    await expect(box).to_be_visible()
    assert abs(await box.evaluate("(box) => box.scrollTop") - left) < 90
    await fits(desk)


async def test_a_desk_out_of_sight_tells_of_messages_and_never_what_they_say(stage: Stage) -> None:
    wa_id = "447700900414"
    _, desk = await talks(stage, wa_id, "Noor Away")
    await desk.context.grant_permissions(["notifications"])
    await desk.evaluate(
        """() => {
            window.told = []
            window.Notification = class {
                static permission = 'granted'
                static requestPermission = () => Promise.resolve('granted')
                constructor(title, options) { window.told.push(`${title}: ${options.body}`) }
                close() {}
            }
        }"""
    )
    await desk.get_by_test_id("user-menu").click()
    await desk.get_by_test_id("menu-notices").click()
    await expect(desk.get_by_text("While this page is out of sight")).to_be_visible(timeout=SEE_MS)
    await desk.evaluate(
        """() => {
            Object.defineProperty(document, 'hidden', { get: () => true, configurable: true })
            Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true })
            document.dispatchEvent(new Event('visibilitychange'))
        }"""
    )
    await writes(stage, wa_id, "My secret question")
    await expect(desk).to_have_title("(1) Noor Away · parley", timeout=SEE_MS)
    await comes_true(desk, "window.told.length > 0")
    assert await desk.evaluate("window.told") == ["parley: New message from Noor Away"]
