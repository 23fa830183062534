"""The installation itself: its settings and its database."""

from urllib.parse import urlsplit

from parley.settings import Settings
from parley.storage.database import Database
from parley.workers.connecting.findings import Finding

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def settings_are_whole(settings: Settings) -> list[Finding]:
    """What would go wrong with the real platform, and only there."""
    real = urlsplit(settings.graph_url).hostname not in LOCAL
    found = []
    if real and not settings.public_url.startswith("https://"):
        mend = "Set PARLEY_PUBLIC_URL to the https:// address of your proxy."
        found.append(Finding("settings", "FAIL", "WhatsApp reports to an https:// address only.", mend))
    if real and settings.clock_file:
        sentence = "The clock is the local platform's settable one."
        found.append(Finding("settings", "FAIL", sentence, "Leave PARLEY_CLOCK_FILE empty."))
    if real and not settings.graph_url.startswith("https://"):
        mend = "Set PARLEY_GRAPH_URL=https://graph.facebook.com"
        found.append(Finding("settings", "FAIL", "Tokens would go over an open line.", mend))
    if not settings.graph_version.startswith("v"):
        sentence = f"PARLEY_GRAPH_VERSION is {settings.graph_version!r}."
        found.append(Finding("settings", "FAIL", sentence, "Set it to a version like v23.0."))
    return found or [Finding("settings", "OK", f"The platform is {settings.graph_url}, {settings.graph_version}.")]


async def database_answers(database: Database) -> Finding:
    """One question to it."""
    async with database.directory() as db:
        row = await (await db.execute("SELECT count(*) FROM directory_tenants()")).fetchone()
    return Finding("database", "OK", f"It answers and knows {row[0] if row else 0} businesses.")
