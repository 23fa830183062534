"""The workers' sign of life, and WhatsApp's: neither is missed by anybody while it is quiet."""

from datetime import datetime
from uuid import UUID

from parley.core.line import line_of
from parley.storage import beats
from parley.storage.database import Connection
from parley.workers.connecting.findings import Finding

START = "Start parley work; if it runs, its log says what holds it."
LEADS_HERE = "See the webhook's lines above: its address, its subscription to messages, and the proxy before it."


async def line_is_alive(db: Connection, client: UUID, name: str, now: datetime) -> list[Finding]:
    """For one Client: the worker, and what came since messages went out."""
    line = line_of(await beats.get(db, client), now)
    if line.state == "no_worker" and line.since is None:
        return [Finding("worker", "WARN", "None has been at work yet.", START, name)]
    if line.state == "no_worker":
        return [Finding("worker", "FAIL", f"None has been at work since {line.since:%H:%M %Z}.", START, name)]
    worker = Finding("worker", "OK", "It is at work.", about=name)
    if line.state == "silent":
        sentence = f"Messages went out at {line.since:%H:%M %Z}, and WhatsApp has said nothing since."
        return [worker, Finding("reports", "FAIL", sentence, LEADS_HERE, name)]
    return [worker, Finding("reports", "OK", "WhatsApp is heard, or nothing has left.", about=name)]
