"""The look at pages that all journeys take: it finds what it is there for, and is quiet where nothing is wrong."""

import pytest

from tests.journeys.access import trouble_on
from tests.journeys.conftest import Stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(60, func_only=True)]
WHOLE = """<!doctype html><html lang="en"><title>Cards</title>
<style>body {{ color: #222; background: #fff }} button {{ min-width: 44px; min-height: 44px }} {style}</style>
<header>Northbank</header><nav aria-label="Pages"><a href="#cards">Cards</a></nav>
<main><h1 id="cards">Your cards</h1><p id="words">One card is frozen.</p><button>Thaw it</button>{more}</main></html>"""
BREACHES = [
    ("#words { color: #999 }", "", '"One card is frozen." has a contrast of 2.85, 4.5 is needed'),
    ("#words { opacity: 0.5 }", "", '"One card is frozen." has a contrast of 3.17, 4.5 is needed'),
    ("main { background: linear-gradient(#fff, #444) }", "", '"One card is frozen." has a contrast of 1.63'),
    (
        "",
        '<p style="background: #fff"><b style="color: #0006">half</span>',
        '"half" has a contrast of 2.85',
    ),
    (
        "",
        '<p style="color: #949494; font-size: 25px">Large</p><p style="color: #949494">small</p>',
        '"small" has a contr',
    ),
    ("", "<button></button>", "<button></button> has no name"),
    ("", "<input>", "<input> has no name"),
    ("", '<div role="dialog">Sure?</div>', "has no name"),
    ("", '<img src="data:,">', "has no alt"),
    ("", "<h1>Another</h1>", "the page has 2 headings of the first level"),
    ("", "</main><main>", "the page has 2 main landmarks"),
    ("", "</main><p>Outside</p>", '"Outside" is in no landmark'),
    ("", '<p id="words">', "the id words is there twice"),
    ("", '<button aria-describedby="gone">Why</button>', "aria-describedby points at nothing"),
]
HONEST = [
    "<button disabled style='color: #bbb'>Not now</button>",
    "<p style='color: #949494; font-size: 25px'>Large words need less</p>",
    "<p style='position: absolute; width: 1px; height: 1px; overflow: hidden; color: #fff'>For a reader's ears</p>",
    "<p style='color: #fff; background: #222'>Light on dark</p>",
    "<p>Read <a href='#cards' style='color: #036'>the terms</a>.</p>",
    "<label>Name <input></label>",
    "<div role='dialog' aria-modal='true' aria-label='Freeze'><p>Sure?</p></div><p style='color: #ddd'>Behind it</p>",
]


async def look(stage: Stage, style: str = "", more: str = "", width: int = 1440) -> list[str]:
    page = await stage.page(width)
    await page.set_content(WHOLE.format(style=style, more=more))
    found = await trouble_on(page)
    await page.close()
    return found


@pytest.mark.parametrize(("style", "more", "sentence"), BREACHES, ids=[each[2] for each in BREACHES])
async def test_each_kind_of_trouble_is_found(stage: Stage, style: str, more: str, sentence: str) -> None:
    found = await look(stage, style, more)
    assert any(sentence in each for each in found), found


@pytest.mark.parametrize("more", HONEST)
async def test_what_everybody_can_use_is_left_alone(stage: Stage, more: str) -> None:
    assert await look(stage, more=more) == []


async def test_on_a_telephone_a_button_is_as_large_as_a_thumb(stage: Stage) -> None:
    small = "main button { min-height: 30px; padding: 0 20px }"
    assert await look(stage, small) == []
    (found,) = await look(stage, small, width=360)
    assert "by 30 px, a thumb needs 44 by 44" in found


async def test_a_page_without_language_title_and_headings_says_so(stage: Stage) -> None:
    page = await stage.page()
    await page.set_content("<p>Bare</p>")
    found = await trouble_on(page)
    await page.close()
    assert "the page does not say its language" in found
    assert "the page has no title" in found
    assert "the page has 0 headings of the first level" in found
    assert "the page has 0 main landmarks" in found
