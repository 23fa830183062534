"""More than text: files, lists, reactions, typing, a block, and a stop."""

import struct
import time
import zlib

import aiohttp
import pytest
from playwright.async_api import FilePayload, expect

from parley.demo.bank import load_bank
from parley.demo.seed import ACCESS_TOKEN
from tests.journeys.acting import SEE_MS, accepts, further_down, hears, replies, says
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
JAMES = "447700900102"
BEATRIZ = "5511987650103"


def a_picture(width: int = 320, height: int = 200) -> bytes:
    """An evening by the sea, as a PNG."""
    rows = b""
    for y in range(height):
        sky, far = y < height * 0.6, y / height
        colour = (
            (250 - int(60 * far), 150 + int(90 * far), 90 + int(150 * far)) if sky else (20, 90 - y // 5, 120 - y // 4)
        )
        rows += b"\0" + bytes(colour) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    chunks = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def a_file(name: str, mime_type: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": mime_type, "buffer": content}


async def test_files_reactions_and_typing_go_both_ways_until_the_customer_blocks(stage: Stage) -> None:
    desk = await stage.desk("ben@northbank.example")
    phone = await stage.phone(JAMES, width=1280, height=900)
    await phone.get_by_test_id("attach-picture").set_input_files(a_file("shop.png", "image/png", a_picture()))
    await says(phone, "This is the shop")
    await accepts(desk, "James")
    shown = desk.get_by_test_id("message-bubble").filter(has_text="This is the shop")
    await expect(shown.locator("img")).to_be_visible(timeout=SEE_MS)
    assert await shown.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth)") == 320
    await phone.get_by_test_id("attach-document").set_input_files(
        a_file("bill.pdf", "application/pdf", b"%PDF-1.4" + bytes(182_000))
    )
    await phone.get_by_test_id("send").click()
    await expect(desk.get_by_role("link", name="bill.pdf PDF")).to_be_visible(timeout=SEE_MS)

    await desk.get_by_test_id("composer-input").press_sequentially("Thank you", delay=30)
    await expect(phone.get_by_test_id("typing")).to_be_visible(timeout=SEE_MS)
    await desk.get_by_test_id("attach-file").set_input_files(
        a_file("form.pdf", "application/pdf", b"%PDF-1.4" + bytes(96_000))
    )
    await expect(desk.get_by_test_id("composer-send")).to_be_enabled(timeout=SEE_MS)
    await desk.get_by_test_id("composer-send").click()
    sent = phone.get_by_test_id("bubble").filter(has_text="form.pdf")
    await expect(sent).to_be_visible(timeout=SEE_MS)

    await sent.hover()
    await sent.get_by_label("Message menu").click()
    await phone.get_by_label("Thumbs up").click()
    await expect(desk.get_by_label("👍 from the customer")).to_be_visible(timeout=SEE_MS)
    await shown.hover()
    await shown.get_by_label("Message menu").click()
    await desk.get_by_label("React with ❤️").click()
    await expect(phone.get_by_label("Northbank ❤️")).to_be_visible(timeout=SEE_MS)
    await stage.picture(desk, "desk-files")

    await phone.get_by_label("More").first.click()
    await phone.get_by_role("menuitem", name="Block").click()
    await phone.get_by_test_id("block-confirm").click()
    await expect(phone.get_by_text("You blocked Northbank.")).to_be_visible(timeout=SEE_MS)
    await replies(desk, "Did you get the form?")
    # The platform tells nobody of a block: the message leaves, and is never delivered.
    asked = desk.get_by_test_id("message-bubble").filter(has_text="Did you get the form?")
    await expect(asked).to_have_attribute("data-status", "sent", timeout=SEE_MS)
    await expect(phone.get_by_text("Did you get the form?")).to_have_count(0)


async def test_a_place_a_voice_message_and_an_advertisement_come_to_the_desk(stage: Stage) -> None:
    desk = await stage.desk("chandra@northbank.example")
    await stage.customer("447700900188", "Nora Quist")
    phone = await stage.phone("447700900188", width=1280, height=900)
    await phone.get_by_label("More").first.click()
    await phone.get_by_role("menuitem", name="Write from an ad").click()
    await phone.get_by_label("Headline of the advertisement").fill("Cards without a fee")
    await phone.get_by_label("Your message").fill("I want to talk to a person")
    await stage.picture(phone, "phone-ad")
    await phone.get_by_role("button", name="Send", exact=True).last.click()
    await desk.get_by_test_id("offer-card").first.get_by_test_id("offer-accept").click(timeout=SEE_MS)
    await expect(desk.get_by_test_id("ad-referral")).to_contain_text("Cards without a fee", timeout=SEE_MS)

    await phone.get_by_label("Attach").click()
    await stage.picture(phone, "phone-attach")
    await phone.get_by_role("menuitem", name="Location").click()
    await phone.get_by_label("Name").fill("Harbour Street branch")
    await phone.get_by_label("Address").fill("12 Harbour Street")
    await stage.picture(phone, "phone-location")
    await phone.get_by_role("button", name="Send location").click()
    shown = desk.get_by_test_id("message-bubble")
    await expect(shown.filter(has_text="Harbour Street branch")).to_be_visible(timeout=SEE_MS)
    await phone.get_by_test_id("attach-voice").set_input_files(a_file("hello.ogg", "audio/ogg", b"OggS" + bytes(900)))
    await phone.get_by_test_id("send").click()
    await expect(shown.filter(has=desk.locator("audio"))).to_be_visible(timeout=SEE_MS)
    await stage.picture(desk, "desk-kinds")


async def test_a_list_is_tapped(stage: Stage) -> None:
    phone = await stage.phone(BEATRIZ, width=1280, height=900)
    for _ in range(2):
        await says(phone, "zzz qqq xyzzy")
        await expect(phone.locator('[data-testid="bubble"][data-from="business"]')).not_to_have_count(0, timeout=SEE_MS)
    await phone.get_by_test_id("list-open").last.click(timeout=SEE_MS)
    row = phone.get_by_test_id("list-row").first
    chosen = (await row.inner_text()).splitlines()[0]
    await row.click()
    await expect(phone.locator('[data-testid="bubble"][data-from="me"]').last).to_contain_text(chosen)


async def test_stop_is_confirmed_once_and_a_template_is_refused(stage: Stage) -> None:
    desk = await stage.desk("chandra@northbank.example")
    phone = await stage.phone("33639980104", width=1280, height=900)
    await says(phone, "I want to talk to a person")
    await accepts(desk, "Camille")
    await says(phone, "STOP")
    await hears(phone, "You will get no more messages from Northbank")
    await says(phone, "STOP")
    await expect(desk.get_by_test_id("message-bubble").filter(has_text="STOP")).to_have_count(2, timeout=SEE_MS)
    confirmations = phone.get_by_test_id("bubble").filter(has_text="You will get no more messages")
    await expect(confirmations).to_have_count(1)

    await desk.get_by_test_id("composer-input").press("Escape")
    await desk.keyboard.press("Shift+T")
    await desk.get_by_test_id("template-option").filter(has_text="Card dispatched").click()
    await desk.get_by_test_id("template-value-1").fill("Camille")
    await desk.get_by_test_id("template-value-2").fill("Friday")
    await desk.get_by_test_id("template-send").click()
    refused = desk.get_by_role("alert").filter(has_text="not to get utility messages any more")
    await expect(refused).to_contain_text("(B7)", timeout=SEE_MS)
    await stage.picture(desk, "desk-stop")


async def test_what_was_said_on_the_phone_before_is_there_to_read(stage: Stage) -> None:
    platform, number_id = stage.installation.layout.platform_url, load_bank().number["number_id"]
    then = time.time() - 40 * 86_400
    said = [
        {"type": "text", "text": {"body": "Do you open on Saturdays?"}, "at": then},
        {"type": "text", "text": {"body": "Yes, from nine to one."}, "at": then + 60, "from_me": True},
    ]
    thread = {"wa_id": "447700900199", "name": "Ines Vidal", "messages": said}
    await stage.installation.control(f"numbers/{number_id}/coexistence", {"threads": [thread]})
    asked = {"messaging_product": "whatsapp", "sync_type": "history"}
    headers = {"Authorization": f"Bearer {ACCESS_TOKEN}"}
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{platform}/v23.0/{number_id}/smb_app_data", json=asked, headers=headers) as answer,
    ):
        assert answer.status == 200, await answer.text()
    try:
        desk = await stage.desk("ben@northbank.example", path="/?view=closed")
        row = await further_down(desk, "Yes, from nine to one.")
        await row.click(timeout=SEE_MS)
        bubbles = desk.get_by_test_id("message-bubble")
        await expect(bubbles.filter(has_text="Do you open on Saturdays?")).to_be_visible(timeout=SEE_MS)
        await expect(bubbles.filter(has_text="Yes, from nine to one.")).to_be_visible(timeout=SEE_MS)
        await stage.picture(desk, "desk-history")
    finally:
        await stage.installation.control(f"numbers/{number_id}/coexistence", {"on": False})
