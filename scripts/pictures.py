"""Takes the pictures of the docs anew: runs the journeys in the browser, and keeps the pictures that the docs name."""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from scripts import browser, web
from scripts.steps import BIN, ROOT, Stop, run

PICTURES = ROOT / "docs" / "screenshots"
NAMED = re.compile(r"screenshots/([\w-]+\.png)")


def main() -> None:
    """Raises ``Stop`` where a journey failed, or took no picture of a name that the docs have."""
    web.main()
    with tempfile.TemporaryDirectory(prefix="parley-pictures-") as folder:
        environment = {"PARLEY_TEST_BROWSER": str(browser.find_or_install()), "PARLEY_SCREENSHOTS": folder}
        if not run(BIN / "python", "-m", "pytest", "-q", "tests/journeys", env=environment):
            raise Stop("A journey failed, so the pictures stay as they were; the lines above say which.")
        keep(Path(folder))


def keep(taken: Path) -> None:
    """Those that the docs name take the place of the earlier ones."""
    names = named()
    if missing := [name for name in names if not (taken / name).exists()]:
        raise Stop(f"No journey takes {', '.join(missing)}. Take it with stage.picture, or name another in the docs.")
    for earlier in PICTURES.glob("*.png"):
        earlier.unlink()
    for name in names:
        shutil.copyfile(taken / name, PICTURES / name)
    print(f"{len(names)} pictures are new.")


def named() -> list[str]:
    """The pictures that the README and the tour show."""
    texts = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return sorted({name for text in texts for name in NAMED.findall(text.read_text(encoding="utf-8"))})


if __name__ == "__main__":
    try:
        main()
    except Stop as reason:
        print(reason, file=sys.stderr)
        sys.exit(1)
