from typing import Any

from tests.api.conftest import Desk, LogIn
from tests.api.world import Business

PATH = "/api/opt-in-wordings"
SAYS_BOTH = {
    "en": "I agree to get messages from Bank on WhatsApp.",
    "es": "Acepto recibir mensajes de Bank por WhatsApp.",
    "pt": "Concordo em receber mensagens do Bank pelo WhatsApp.",
    "fr": "J'accepte de recevoir des messages de Bank sur WhatsApp.",
    "ar": "أوافق على تلقي رسائل من Bank عبر واتساب.",
    "hi": "मैं Bank से व्हाट्सएप पर संदेश पाने के लिए सहमत हूँ।",
}
OPT_IN: dict[str, Any] = {
    "purpose": "marketing",
    "action": "opt_in",
    "method": "telephone",
    "evidence": {"call_id": "c-17"},
}


async def test_words_that_say_both_are_cleared_in_every_language_and_versioned(bank: Business, log_in: LogIn) -> None:
    sue = await log_in(bank, "sue")
    for language, text in SAYS_BOTH.items():
        answer = await sue.post(PATH, {"name": "account-form", "language": language, "text": text})
        assert (answer.status, answer.body["state"]) == (201, "cleared"), language
    again = await sue.post(PATH, {"name": "account-form", "language": "en", "text": SAYS_BOTH["en"] + " Thank you."})
    assert again.body["key"] == "account-form/en/2"
    assert len((await sue.get(PATH)).body["items"]) == 7


async def test_words_that_lack_a_statement_are_kept_as_refused(bank: Business, log_in: LogIn) -> None:
    sue = await log_in(bank, "sue")
    answer = await sue.post(PATH, {"name": "f", "language": "en", "text": "I agree to get offers on WhatsApp."})
    assert (answer.body["state"], answer.body["may_be_shown"]) == ("refused", False)
    assert answer.body["findings"][0]["clause"] == "B5"
    assert await bank.fetch("SELECT moment, verdict FROM gate_decision") == [("opt-in", "block")]


async def test_only_supervisors_write_them(ann: Desk) -> None:
    assert (await ann.post(PATH, {"name": "f", "language": "en", "text": "x"})).status == 403


async def test_a_consent_names_the_words_that_were_shown(bank: Business, log_in: LogIn) -> None:
    sue = await log_in(bank, "sue")
    await sue.post(PATH, {"name": "call", "language": "es", "text": SAYS_BOTH["es"]})
    await sue.post(PATH, {"name": "call", "language": "es", "text": "Acepto."})
    assert (await record(sue, bank, OPT_IN | {"wording_version": "call/es/1"})).status == 201
    kept = await bank.fetch("SELECT wording, wording_version, language, evidence FROM consent")
    assert kept == [(SAYS_BOTH["es"], "call/es/1", "es", {"call_id": "c-17"})]
    for key in ("call/es/2", "call/es/9", "nonsense"):
        answer = await record(sue, bank, OPT_IN | {"wording_version": key})
        assert (answer.status, answer.body["error"]["field"]) == (422, "wording_version"), key
    retired = await sue.post(f"{PATH}/call/es/1/retirement")
    assert (retired.status, retired.body["may_be_shown"]) == (201, False)
    earlier = OPT_IN | {"wording_version": "call/es/1", "given_at": "2026-01-02T10:00:00Z"}
    assert (await record(sue, bank, earlier)).status == 201


async def test_an_opt_in_without_words_or_proof_is_refused_and_an_opt_out_never(ann: Desk, bank: Business) -> None:
    good = OPT_IN | {"wording": SAYS_BOTH["en"]}
    changes: list[tuple[dict[str, Any], str]] = [
        ({"evidence": {}}, "B6"),
        ({"wording": ""}, "B6"),
        ({"method": "api", "evidence": {"note": "he said so"}}, "B6"),
        ({"wording": "I agree."}, "B5"),
        ({"given_at": "2999-01-01T00:00:00Z"}, "B6"),
    ]
    for change, clause in changes:
        answer = await record(ann, bank, good | change)
        assert (answer.status, answer.body["error"]["decision"]["clauses"]) == (422, [clause]), change
    assert await bank.fetch("SELECT 1 FROM consent") == []
    assert (await record(ann, bank, good)).status == 201
    stop = {"purpose": "all", "action": "opt_out", "method": "telephone"}
    assert (await record(ann, bank, stop)).status == 201


async def test_said_in_the_conversation_the_conversation_is_the_proof(ann: Desk, bank: Business) -> None:
    answer = await record(ann, bank, OPT_IN | {"method": "agent", "evidence": {}, "wording": SAYS_BOTH["en"]})
    assert answer.status == 201
    assert list((await bank.fetch("SELECT evidence FROM consent"))[0][0]) == ["conversation_id"]


async def record(desk: Desk, bank: Business, body: dict[str, Any]) -> Any:
    found = await bank.fetch("SELECT contact_id FROM conversation")
    contact_id = found[0][0] if found else (await bank.add_conversation("ann")).contact_id
    return await desk.post(f"/api/contacts/{contact_id}/consents", body)
