"""A group of a business on the phones of two people: by the link, in words and names, out again."""

from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page, expect

from tests.journeys.acting import SEE_MS, fits, names_all_controls, says
from tests.journeys.conftest import Stage
from tests.journeys.test_manager import shows_all

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120, func_only=True)]
NUMBER, TOKEN = "779001", "bakers"
ADA, BO = "447700900801", "447700900802"


class Bakery:
    """A business of its own, so that nobody's desk is in the story; it speaks to the Graph API itself."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def open(self) -> None:
        account = {"waba_id": "779000", "phone_number_id": NUMBER, "display_phone_number": "+15550007790"}
        whole = {**account, "verified_name": "Corner Bakery", "access_token": TOKEN}
        await self._stage.installation.control("numbers", whole)
        await self._stage.customer(ADA, "Ada Obi")
        await self._stage.customer(BO, "Bo Lind")

    async def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        url = f"{self._stage.installation.layout.platform_url}/v23.0/{path}"
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with aiohttp.ClientSession() as http, http.request(method, url, json=body, headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def send(self, to: str, kind: str, content: dict[str, Any], **more: Any) -> None:
        whole = {"messaging_product": "whatsapp", "to": to, "type": kind, kind: content, **more}
        await self.call("POST", f"{NUMBER}/messages", whole)


async def a_group(bakery: Bakery, subject: str, mode: str) -> tuple[str, str]:
    """(its id, its link)."""
    made = {"messaging_product": "whatsapp", "subject": subject, "join_approval_mode": mode}
    await bakery.call(
        "POST", f"{NUMBER}/groups", {**made, "description": "Bread on Saturday, from eight.\nBring a bag."}
    )
    groups = (await bakery.call("GET", f"{NUMBER}/groups"))["data"]["groups"]
    group = next(each["id"] for each in groups if each["subject"] == subject)
    return group, (await bakery.call("GET", f"{group}/invite_link"))["invite_link"]


async def at_the_chats(stage: Stage, wa_id: str, **looks: Any) -> Page:
    page = await stage.page(**looks)
    await page.goto(f"{stage.installation.layout.platform_url}/phone/#/{wa_id}")
    await expect(page.get_by_role("heading", name="Chats")).to_be_visible(timeout=SEE_MS)
    return page


async def test_two_people_come_in_and_talk_and_one_leaves(stage: Stage) -> None:
    bakery = Bakery(stage)
    await bakery.open()
    group, link = await a_group(bakery, "Saturday bread", "auto_approve")
    ada = await at_the_chats(stage, ADA, width=360, height=800)
    await ada.get_by_role("link", name="Corner Bakery").first.click()
    await says(ada, "Is there a group?")
    asked = ada.get_by_test_id("bubble").filter(has_text="Is there a group?")
    await expect(asked).to_have_attribute("data-status", "delivered", timeout=SEE_MS)
    await bakery.send(ADA, "text", {"body": f"There is: {link}"})
    await ada.get_by_role("button", name=link).click(timeout=SEE_MS)
    await expect(ada.get_by_role("dialog")).to_contain_text("Bring a bag.")
    await names_all_controls(ada)
    await stage.picture(ada, "group-join-narrow")
    await ada.get_by_test_id("join").click()
    await expect(ada.get_by_test_id("group-news").last).to_have_text(
        "You joined by the invitation link", timeout=SEE_MS
    )

    bo = await at_the_chats(stage, BO, width=1440, height=900, dark=True)
    await bo.get_by_test_id("join-group").click()
    await bo.get_by_label("Invitation link").fill(link)
    await bo.get_by_role("button", name="Look at the group").click()
    await bo.get_by_test_id("join").click()
    await says(bo, "Good morning from the *market*")
    theirs = ada.get_by_test_id("bubble").filter(has_text="Good morning from the market")
    await expect(theirs.get_by_test_id("sender")).to_have_text("Bo Lind", timeout=SEE_MS)
    await says(ada, "Two loaves, pleese")
    mine = ada.get_by_test_id("bubble").filter(has_text="Two loaves")
    await expect(mine).to_have_attribute("data-status", "delivered", timeout=SEE_MS)
    await mine.hover()
    await mine.get_by_label("Message menu").click()
    await ada.get_by_role("menuitem", name="Edit").click()
    await ada.get_by_role("dialog").get_by_label("Message").fill("Two loaves, please")
    await ada.get_by_role("button", name="Save").click()
    edited = bo.get_by_test_id("bubble").filter(has_text="Two loaves, please")
    await expect(edited).to_contain_text("Edited", timeout=SEE_MS)
    await edited.hover()
    await edited.get_by_label("Message menu").click()
    await bo.get_by_label("Thumbs up").click()
    await expect(ada.get_by_label("Reactions: Bo Lind 👍")).to_be_visible(timeout=SEE_MS)

    await bakery.send(group, "text", {"body": "They come out at eight."}, recipient_type="group")
    answer = bo.get_by_test_id("bubble").filter(has_text="They come out at eight.")
    await expect(answer.get_by_test_id("sender")).to_have_text("Corner Bakery", timeout=SEE_MS)
    pin = {"type": "pin", "message_id": await answer.get_attribute("id"), "expiration_days": 7}
    await bakery.send(group, "pin", pin, recipient_type="group")
    await expect(ada.get_by_role("list", name="Pinned messages")).to_contain_text(
        "They come out at eight.", timeout=SEE_MS
    )
    await names_all_controls(ada)
    await fits(ada)
    await stage.picture(ada, "group-narrow-light")
    await stage.picture(bo, "group-wide-dark")
    await bo.get_by_label("Saturday bread, group info").click()
    await expect(bo.get_by_role("list", name="People in this group")).to_contain_text("Ada Obi")
    await stage.picture(bo, "group-info-dark")
    await bo.get_by_role("button", name="Leave the group").click()
    await bo.get_by_test_id("leave-confirm").click()
    await expect(bo.get_by_text("You are not in this group any more.")).to_be_visible(timeout=SEE_MS)
    await expect(ada.get_by_test_id("group-news").last).to_have_text("Bo Lind left", timeout=SEE_MS)
    await ada.get_by_label("Back to the chats").click()
    await expect(ada.get_by_role("link", name="Saturday bread")).to_be_visible()
    await stage.picture(ada, "group-chats-narrow")


async def test_who_asks_is_let_in_by_the_business(stage: Stage) -> None:
    bakery = Bakery(stage)
    await bakery.open()
    group, link = await a_group(bakery, "Night bakers", "approval_required")
    ada = await at_the_chats(stage, ADA, width=360, height=800, dark=True)
    await ada.get_by_test_id("join-group").click()
    await ada.get_by_label("Invitation link").fill("https://chat.whatsapp.com/none")
    await ada.get_by_role("button", name="Look at the group").click()
    await expect(ada.get_by_text("This invitation link leads nowhere.")).to_be_visible(timeout=SEE_MS)
    await ada.get_by_label("Invitation link").fill(link)
    await ada.get_by_role("button", name="Look at the group").click()
    await ada.get_by_role("button", name="Ask to join").click()
    await expect(ada.get_by_text("You asked to join.")).to_be_visible(timeout=SEE_MS)
    await stage.picture(ada, "group-asked-dark")
    await ada.get_by_role("button", name="Close").click()
    waiting = (await bakery.call("GET", f"{group}/join_requests"))["data"]
    asked = [each["join_request_id"] for each in waiting]
    await bakery.call("POST", f"{group}/join_requests", {"messaging_product": "whatsapp", "join_requests": asked})
    await ada.get_by_role("link", name="Night bakers").click(timeout=SEE_MS)
    await says(ada, "Thank you")
    manager = await stage.page(360, 800)
    await manager.goto(f"{stage.installation.layout.platform_url}/manager")
    await shows_all(manager)
    await manager.get_by_role("button", name="Decide: Night bakers").click()
    await manager.get_by_role("menuitem", name="Suspend the group").click()
    row = manager.get_by_test_id("group-Night bakers")
    await expect(row).to_contain_text("Suspended", timeout=SEE_MS)
    await row.scroll_into_view_if_needed()
    await fits(manager)
    await stage.picture(manager, "manager-groups-narrow")
    await expect(ada.get_by_text("WhatsApp has suspended this group.").last).to_be_visible(timeout=SEE_MS)
    await stage.picture(ada, "group-suspended-dark")
