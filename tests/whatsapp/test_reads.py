"""Every call of Meta's description that only reads has a typed function, which asks for what the description names."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph import accounts, businesses, flows, groups, numbers, partners, people, templates, uploads
from tests.shape.test_doors import DESCRIPTION
from tests.whatsapp.conftest import Desk

ACCESS = NumberAccess("1", "EAATOKEN", "2")
# Reads without a function, each with why.
NONE = {
    "{Solution-ID}/access_token": "gives a token of somebody else's: nothing here may hold it",
    "{Media-URL}": "an address of its own, read by client.download_media",
}
Read = Callable[[Any], Awaitable[object]]
READS: dict[str, Read] = {
    "{Application-ID}/connected_client_businesses": lambda s: partners.connected_businesses(s, ACCESS, "9"),
    "{Application-ID}/whatsapp_business_solutions": lambda s: partners.solutions_of_app(s, ACCESS, "9"),
    "{Business-ID}": lambda s: businesses.business(s, ACCESS, "9"),
    "{Business-ID}/client_whatsapp_business_accounts": lambda s: businesses.client_accounts(s, ACCESS, "9"),
    "{Business-ID}/extendedcredits": lambda s: businesses.credit_lines(s, ACCESS, "9"),
    "{Business-ID}/owned_whatsapp_business_accounts": lambda s: businesses.owned_accounts(s, ACCESS, "9"),
    "{Business-ID}/preverified_numbers": lambda s: businesses.preverified(s, ACCESS, "9"),
    "{Flow-ID}": lambda s: flows.flow(s, ACCESS, "9"),
    "{Flow-ID}/assets": lambda s: flows.assets(s, ACCESS, "9"),
    "{Media-ID}": lambda s: uploads.media(s, ACCESS, "9"),
    "{Message-History-ID}/events": lambda s: numbers.history_events(s, ACCESS, "9"),
    "{Migration-Intent-ID}": lambda s: partners.migration_intent(s, ACCESS, "9"),
    "{OBO-Mobility-Intent-ID}": lambda s: partners.mobility_intent(s, ACCESS, "9"),
    "{Phone-Number-ID}": lambda s: numbers.number(s, ACCESS),
    "{Phone-Number-ID}/block_users": lambda s: people.blocked(s, ACCESS),
    "{Phone-Number-ID}/business_compliance_info": lambda s: numbers.compliance(s, ACCESS),
    "{Phone-Number-ID}/call_permissions": lambda s: people.call_permission(s, ACCESS, "447700900101"),
    "{Phone-Number-ID}/groups": lambda s: groups.groups_of(s, ACCESS),
    "{Phone-Number-ID}/message_history": lambda s: numbers.message_history(s, ACCESS, "wamid.x"),
    "{Phone-Number-ID}/message_qrdls": lambda s: people.qr_codes(s, ACCESS),
    "{Phone-Number-ID}/message_qrdls/{QR-Code-ID}": lambda s: people.qr_code(s, ACCESS, "ABC"),
    "{Phone-Number-ID}/official_business_account": lambda s: numbers.official(s, ACCESS),
    "{Phone-Number-ID}/settings": lambda s: numbers.settings(s, ACCESS),
    "{Phone-Number-ID}/whatsapp_business_encryption": lambda s: numbers.encryption(s, ACCESS),
    "{Phone-Number-ID}/whatsapp_business_profile": lambda s: people.profile(s, ACCESS),
    "{Phone-Number-ID}/whatsapp_commerce_settings": lambda s: people.commerce(s, ACCESS),
    "{Pre-Verified-Phone-Number-ID}": lambda s: partners.preverified(s, ACCESS, "9"),
    "{Pre-Verified-Phone-Number-ID}/partners": lambda s: partners.preverified_partners(s, ACCESS, "9"),
    "{Solution-ID}": lambda s: businesses.solution(s, ACCESS, "9"),
    "{TEMPLATE_ID}": lambda s: templates.template(s, ACCESS, "9"),
    "{User-ID}/assigned_whatsapp_business_accounts": lambda s: businesses.accounts_of_user(s, ACCESS, "9"),
    "{WABA-Bot-ID}": lambda s: people.automation(s, ACCESS, "9"),
    "{WABA-ID}": lambda s: accounts.account(s, ACCESS, "9"),
    "{WABA-ID}/activities": lambda s: accounts.activities(s, ACCESS, "9"),
    "{WABA-ID}/flows": lambda s: flows.flows(s, ACCESS, "9"),
    "{WABA-ID}/in_progress_onbehalf_request": lambda s: partners.onbehalf_requests(s, ACCESS, "9"),
    "{WABA-ID}/message_templates": lambda s: templates.templates(s, ACCESS, "9"),
    "{WABA-ID}/phone_numbers": lambda s: numbers.numbers_of(s, ACCESS, "9"),
    "{WABA-ID}/schedules": lambda s: accounts.schedules(s, ACCESS, "9"),
    "{WABA-ID}/solutions": lambda s: businesses.solutions_of(s, ACCESS, "9"),
    "{WABA-ID}/subscribed_apps": lambda s: accounts.subscribed(s, ACCESS, "9"),
    "{WhatsApp-Account-Number-ID}": lambda s: numbers.number(s, ACCESS),
    "{WhatsApp-Business-Account-ID}/assigned_users": lambda s: accounts.assigned_users(s, ACCESS, "9", "8"),
    "{WhatsApp-Business-Profile-ID}": lambda s: people.profile_by_id(s, ACCESS, "9"),
    "{group_id}": lambda s: groups.group(s, ACCESS, "Y2FwaV9ncm91cA=="),
    "{group_id}/join_requests": lambda s: groups.join_requests(s, ACCESS, "Y2FwaV9ncm91cA=="),
}


class Recorder:
    """Notes what is asked, and answers with nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    async def call(self, method: str, path: str, access: NumberAccess, **request: Any) -> dict[str, Any]:
        self.asked.append((method, path))
        return {}


def described() -> set[str]:
    """Every path of the description that can be read, without the version."""
    found, path = set(), ""
    for line in DESCRIPTION.read_text(encoding="utf-8").splitlines():
        if named := re.fullmatch(r"  /\{Version\}/(.+):", line):
            path = named[1]
        elif re.match(r"  /", line):
            path = ""
        elif line == "    get:" and path:
            found.add(path)
    return found


def test_every_read_has_a_function_or_a_reason() -> None:
    assert described() == set(READS) | set(NONE)


@pytest.mark.parametrize("path", sorted(READS))
async def test_a_read_asks_for_what_the_description_names_and_survives_an_empty_answer(path: str) -> None:
    recorder = Recorder()
    await READS[path](recorder)
    pattern = re.sub(r"\\\{[^}]+\\\}", r"[\\w=]+", re.escape(path))
    ((method, asked),) = recorder.asked
    assert method == "GET" and re.fullmatch(pattern, asked), asked


@pytest.fixture
async def graph(desk: Desk) -> Any:
    session = await GraphSession.open(f"http://127.0.0.1:{desk.emulator.port}", "v23.0", "app-secret")
    yield session
    await session.close()


async def test_groups_are_listed_and_read(graph: GraphSession, desk: Desk) -> None:
    access = NumberAccess(desk.number_id, desk.token, desk.waba_id)
    for place in range(3):
        status, made = desk.graph("POST", f"/v23.0/{desk.number_id}/groups", a_group(f"Readers {place}"))
        assert status == 200, made
    listed = await groups.groups_of(graph, access)
    assert {each.subject for each in listed} == {"Readers 0", "Readers 1", "Readers 2"}
    found = await groups.group(graph, access, listed[0].id)
    assert (found.id, found.subject, found.suspended) == (listed[0].id, listed[0].subject, False)
    assert await groups.join_requests(graph, access, listed[0].id) == []


def a_group(subject: str) -> dict[str, str]:
    return {"messaging_product": "whatsapp", "subject": subject}


async def test_who_may_be_called_is_read_and_nobody_is_asked(graph: GraphSession, desk: Desk) -> None:
    access = NumberAccess(desk.number_id, desk.token, desk.waba_id)
    assert await numbers.change_settings(graph, access, calling={"status": "ENABLED"})
    assert (await people.call_permission(graph, access, desk.wa_id)).status in ("no_permission", "pending")
    assert desk.thread() == []


async def test_one_code_is_read(graph: GraphSession, desk: Desk) -> None:
    access = NumberAccess(desk.number_id, desk.token, desk.waba_id)
    made = await people.save_qr_code(graph, access, "I would like to order")
    assert (await people.qr_code(graph, access, made.code)).prefilled_message == "I would like to order"


async def test_businesses_of_the_app_and_what_is_not_there(graph: GraphSession, desk: Desk) -> None:
    access = NumberAccess(desk.number_id, desk.token, desk.waba_id)
    app_id = (await accounts.token(graph, access)).app_id
    owner = (await accounts.account(graph, access, desk.waba_id)).portfolio
    assert owner in {each.id for each in await partners.connected_businesses(graph, access, app_id)}
    assert await partners.onbehalf_requests(graph, access, desk.waba_id) == []
    with pytest.raises(GraphError):
        await partners.preverified(graph, access, "424242")
