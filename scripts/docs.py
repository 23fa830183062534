"""``make docs``: writes the reference pages from the code; with ``--check``: are they so, and does every link hold?"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from pydantic_core import PydanticUndefined

from parley.api.app import create_app
from parley.api.errors import STATUS
from parley.clock import Clock
from parley.core.errors import ParleyError
from parley.core.policy.gate import decide
from parley.core.policy.matters import Matter
from parley.core.policy.rulebook import RULEBOOK_VERSION, RULES, Rule
from parley.settings import GENERATED, Settings
from parley.storage.database import Database
from parley.whatsapp.errors import MEANINGS
from scripts.steps import ROOT

REFERENCE = ROOT / "docs" / "reference"
MADE = "<!-- Made from the code by `make docs`; edits here are lost. -->\n"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def main() -> None:
    """Write the pages, or compare them."""
    checking = "--check" in sys.argv[1:]
    stale = [file for file, text in pages().items() if not file.exists() or file.read_text() != text]
    if not checking:
        for file in stale:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(pages()[file])
            print(f"wrote {file.relative_to(ROOT)}")
        return
    complaints = [f"{file.relative_to(ROOT)} is not what the code says: run make docs" for file in stale]
    complaints += broken_links(documents())
    print("\n".join(complaints) or "The reference pages are what the code says, and every link holds.")
    sys.exit(bool(complaints))


def pages() -> dict[Path, str]:
    """Every generated page, by its file."""
    return {
        REFERENCE / "settings.md": settings_page(),
        REFERENCE / "rules.md": rules_page(RULES),
        REFERENCE / "errors.md": errors_page(),
        REFERENCE / "api.md": api_page(),
    }


def settings_page() -> str:
    """Each setting with its default and what it does."""
    lines = [
        MADE,
        "# Settings\n",
        "Read from the environment, or from a file `.env` in the folder where parley is started. None is needed.",
        "",
        "| variable | default | what it does |",
        "| --- | --- | --- |",
    ]
    for name, field in Settings.model_fields.items():
        default = "none" if field.default in (None, "", PydanticUndefined) else f"`{field.default}`"
        default = "made once" if name in GENERATED else default
        lines.append(f"| `PARLEY_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines) + "\n"


def rules_page(listed: Iterable[Rule]) -> str:
    """Each rule of the gate: its clauses, when it is asked, why it exists, what it allows and denies."""
    lines = [
        MADE,
        "# Rules of the gate\n",
        f"Rulebook {RULEBOOK_VERSION}. The letters and numbers are clauses of WhatsApp's business policy. Each rule is "
        "one file in `src/parley/core/policy/rules`; [how to write one](../how-to/write-a-rule.md).",
    ]
    for rule in sorted(listed, key=lambda each: (each.clause, each.name)):
        body = rule.reason.partition("\n")[2].strip()
        paragraphs = re.sub(r"^(Why|Allowed|Denied):", r"**\1:**", body, flags=re.MULTILINE)
        paragraphs = paragraphs.replace("\n**Denied", "\n\n**Denied")
        lines += [
            f"\n## {rule.title.rstrip('.')}\n",
            f"`{rule.name}` · clause {', '.join(rule.clauses)} · asked at: {', '.join(rule.moments)} · "
            f"hardest verdict: {rule.gravest} · since {rule.since}{_until(rule)}{_reads(rule)}\n",
            paragraphs,
            *_examples("Refused", rule.breaches(), rule),
            *_examples("Left in peace", rule.look_alikes(), rule),
        ]
    return "\n".join(lines) + "\n"


def _until(rule: Rule) -> str:
    return f" until {rule.until}" if rule.until else ""


def _reads(rule: Rule) -> str:
    return f" · reads: {', '.join(rule.reads)}" if rule.reads else ""


def _examples(heading: str, matters: Iterable[Matter], rule: Rule) -> list[str]:
    """The rule's own examples, each with what the gate says of it."""
    lines = []
    for matter in matters:
        said = next((f.sentence for f in decide(matter).findings if f.rule == rule.name), "")
        words = " / ".join(
            text if len(text) < 160 else f"{text[:60]}… ({len(text)} characters)" for text in matter.texts()
        )
        shown = f" “{words}”" if words else ""
        lines.append(f"- {heading} ({matter.moment}):{shown}{f' → {said}' if said else ''}".replace("\n", " "))
    return ["", *lines] if lines else []


def errors_page() -> str:
    """Each error that a caller may see, and each of WhatsApp's codes with what parley does about it."""
    lines = [
        MADE,
        "# Errors\n",
        "Programs match on the code; the sentence beside it is for people and may change.\n",
        "## From parley\n",
        "| status | code | means | next step |",
        "| --- | --- | --- | --- |",
    ]
    for error in error_classes():
        step = error.next_step or "The answer names it."
        means = (error.__doc__ or "").strip().splitlines()[0]
        lines.append(f"| {status_of(error)} | `{error.code}` | {means} | {step} |")
    lines += ["\n## From WhatsApp\n", "| code | means | parley's remedy |", "| --- | --- | --- |"]
    for code, meaning in sorted(MEANINGS.items()):
        lines.append(f"| {code} | {meaning.sentence} | {meaning.remedy.replace('_', ' ')} |")
    return "\n".join(lines) + "\n"


def error_classes(of: type[ParleyError] = ParleyError) -> list[type[ParleyError]]:
    """Every error that a caller may see, in the order in which they are written."""
    return [each for child in of.__subclasses__() for each in [child, *error_classes(child)]]


def status_of(error: type[ParleyError]) -> int:
    """The HTTP status that the error is answered with."""
    return next(STATUS[kind] for kind in error.__mro__ if kind in STATUS)


def api_page() -> str:
    """Each route with what it does, by what it is about."""
    lines = [
        MADE,
        "# The API\n",
        "For the desk and the provider's page, and for whoever wants to write another. A session is a cookie, made by "
        "`POST /api/session`; without one only that route and `/healthz` answer. Bodies are JSON; every field is "
        "described at `/api/openapi.json`. Errors have [codes](errors.md).",
    ]
    about = ""
    for method, path, route in routes():
        if route["tags"][0] != about:
            about = route["tags"][0]
            lines += [f"\n## {about.capitalize()}\n", "| | | |", "| --- | --- | --- |"]
        what = " ".join(route.get("description", "").split()).replace("``", "`")
        lines.append(f"| {method.upper()} | `{path}` | {what} |")
    return "\n".join(lines) + "\n"


def routes() -> list[tuple[str, str, dict[str, Any]]]:
    """(method, path, description) of every route of the API, in the order in which they are written."""
    app = create_app(Settings(_env_file=None), cast(Database, None), Clock())
    paths = app.openapi()["paths"]
    return [(method, path, route) for path, methods in paths.items() for method, route in methods.items()]


def documents() -> Iterator[Path]:
    """Every page written for people."""
    yield from sorted(ROOT.glob("*.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def broken_links(files: Iterable[Path]) -> list[str]:
    """Links to files and headings that are not there. Addresses on the web are not followed."""
    complaints = []
    for file in files:
        for target in LINK.findall(_without_code(file.read_text())):
            if "://" in target or target.startswith("mailto:"):
                continue
            path, _, heading = target.partition("#")
            aim = (file.parent / path).resolve() if path else file
            shown = f"{file.relative_to(ROOT)}: {target}"
            if not aim.exists():
                complaints.append(f"{shown} leads nowhere")
            elif heading and heading not in headings(aim):
                complaints.append(f"{shown} names a heading that is not there")
    return complaints


def headings(file: Path) -> set[str]:
    """The anchors of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", _without_code(file.read_text()), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


if __name__ == "__main__":
    main()
