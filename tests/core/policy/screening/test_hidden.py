"""Links that hide where they lead, in a message that says nothing else; and honest links that look like them."""

import pytest

from parley.core.messages import LinkButton, LinkedFile
from parley.core.policy.examples import PROFILE, a_draft, an_outbound
from parley.core.policy.gate import decide

HOURS = "Our new opening hours are on our page, please have a look: {} Thank you."
OPENS_ANOTHER = (
    "https://northbank.example@evil.top",
    "https://northbank.example@evil.top/hours",
    "https://northbank.example:443@evil.example/",
    "https://northbank.example%40evil.example/",
    "https://northbank.example\uff20evil.example/",
    "https://northbank.example\uff0f@evil.example/",
    "https://evil.example\\@northbank.example/",
    "HTTPS://NORTHBANK.EXAMPLE@EVIL.EXAMPLE",
    "https://ana:secret@host.example/",
    "www.northbank.example@evil.example",
)
IMITATES = (
    "http://3232235777/",
    "http://0x7f000001/",
    "http://0300.0250.1.1/",
    "http://127.1/x",
    "http://192.168.1.1:8080/x",
    "http://[2001:db8::1]/x",
    "https://xn--80ak6aa92e.com",
    "https://p\u0430ypal.com",
    "https://paypa1.com/hours",
    "https://paypal.com.evil.example/",
    "https://n0rthbank.example/",
    "https://northbank.example.evil.example/",
)
HONEST = (
    "https://www.northbank.example/hours?from=ana@northbank.example",
    "https://maps.example/@52.1,13.4,15z",
    "https://blog.example/@northbank/hours",
    "https://northbank.bookings.example/",
    "https://münchen.example/",
    "https://xn--mnchen-3ya.example/",
    "https://банк.рф/",
    "https://www.paypal.com/gb",
    "https://4seasons.example/3232235777",
    "https://pineapple.example/",
)


def clauses(content: str | LinkButton) -> tuple[str, tuple[str, ...]]:
    profile = PROFILE | {"websites": ["https://northbank.example"]}
    decision = decide(an_outbound(content, profile=profile))
    return decision.verdict, decision.clauses


@pytest.mark.parametrize("link", OPENS_ANOTHER)
def test_a_link_that_opens_another_address_than_it_shows_is_refused(link: str) -> None:
    assert clauses(HOURS.format(link)) == ("block", ("B8",))
    assert decide(a_draft(HOURS.format(link))).clauses == ("B8",)


@pytest.mark.parametrize("link", IMITATES)
def test_a_host_that_is_a_number_or_imitates_a_name_is_not_sent_unseen(link: str) -> None:
    verdict, found = clauses(HOURS.format(link))
    assert verdict in ("hold", "block")
    assert found == ("B8",)


@pytest.mark.parametrize("link", HONEST)
def test_an_honest_link_is_left_in_peace(link: str) -> None:
    assert clauses(HOURS.format(link)) == ("allow", ())


def test_the_address_of_a_picture_is_read_as_well() -> None:
    def with_picture(link: str) -> LinkButton:
        return LinkButton(
            "Our branch in Leeds.", "Look", "https://northbank.example", header_file=LinkedFile("image", link)
        )

    assert clauses(with_picture("https://northbank.example@evil.top/a.jpg")) == ("block", ("B8",))
    assert "E7" in clauses(with_picture("https://cdn.example/uncensored_porn_naked.jpg"))[1]
    assert "D3" in clauses(with_picture("https://cdn.example/4111111111111111.jpg"))[1]
    for name in (
        "branch-in-leeds.jpg",
        "v2/IMG_20260312_1145.png",
        "t61.29466-34/38012_n.jpg?ccb=1-7",
        "a%20b.pdf",
        "",
    ):
        assert clauses(with_picture(f"https://cdn.example/{name}")) == ("allow", ())
