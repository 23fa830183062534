"""When a page has come to rest: a picture that is taken before shows it half drawn."""

from playwright.async_api import Page, Request

STILL_MS = 150
MOST_MS = 3_000  # where something never ends, the picture shows it on its way
NEVER_ANSWERED = "eventsource"  # the news, which come as long as the page is open
STILL = """async ([still, most]) => {
    const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));
    const drawn = () => Promise.race([new Promise(requestAnimationFrame), pause(most)]);
    await drawn();  // what has just changed the page's size is only heard of as it is drawn
    await drawn();
    const from = performance.now();
    let changed = from;
    const seen = new MutationObserver(() => { changed = performance.now(); });
    seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const ends = ({ effect }) => effect && effect.getComputedTiming().endTime !== Infinity;
    const moves = () => document.getAnimations().some((each) => each.playState === 'running' && ends(each));
    const comes = () => document.fonts.status === 'loading'
        || [...document.images].some((each) => !each.complete && each.checkVisibility());
    const rests = () => performance.now() - changed >= still && !moves() && !comes();
    while (!rests() && performance.now() - from < most) await pause(20);
    seen.disconnect();
}"""


class Rest:
    """Of one page, from the moment it was opened."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._underway: set[Request] = set()
        page.on("request", self._asked)
        page.on("requestfinished", self._answered)
        page.on("requestfailed", self._answered)

    async def come(self) -> None:
        """Nothing is asked for, drawn or moved any more."""
        for _ in range(MOST_MS // STILL_MS):
            await self._page.evaluate(STILL, [STILL_MS, MOST_MS])
            if not self._underway:
                return

    def _asked(self, request: Request) -> None:
        if request.resource_type != NEVER_ANSWERED:
            self._underway.add(request)

    def _answered(self, request: Request) -> None:
        self._underway.discard(request)
