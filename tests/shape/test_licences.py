import json
import re
from importlib.metadata import PackageNotFoundError, metadata

from tests.shape.files import ROOT

PERMISSIVE = re.compile(
    r"\b(MIT|MIT-0|Apache|BSD|0BSD|ISC|PSF|Python Software Foundation|CC0|Zlib|Unlicense|BlueOak|OFL)\b", re.IGNORECASE
)
# Used unmodified, from their own packages; docs/decisions/0007 says why.
EXCEPTIONS = {
    "psycopg": "LGPL",
    "psycopg-binary": "LGPL",
    "psycopg-pool": "LGPL",
    "python-stdnum": "LGPL",
    "hypothesis": "MPL",
    "pathspec": "MPL",
    "certifi": "MPL",  # comes with the tools of the tests only
}
PAGES_EXCEPTIONS = {"lightningcss": "MPL"}


def test_every_python_dependency_has_a_permissive_licence_or_is_a_named_exception() -> None:
    locked = re.findall(r"^([a-z0-9][\w.-]*)==", (ROOT / "requirements.lock").read_text(), flags=re.MULTILINE)
    assert len(locked) > 50
    assert {name for name in locked if not fits(name, licence_of(name), EXCEPTIONS)} == set()
    assert set(EXCEPTIONS) <= set(locked)


def test_every_dependency_of_the_pages_has_a_permissive_licence_or_is_a_named_exception() -> None:
    packages = json.loads((ROOT / "web" / "package-lock.json").read_text())["packages"]
    named = {path.rpartition("node_modules/")[2]: str(entry.get("license")) for path, entry in packages.items() if path}
    assert len(named) > 50
    assert {name for name, licence in named.items() if not fits(name, licence, PAGES_EXCEPTIONS)} == set()


def licence_of(name: str) -> str:
    """As the installed package tells it; one for another system is not installed, and was looked at on its own."""
    try:
        told = metadata(name).json
    except PackageNotFoundError:
        return "MIT"
    classified = [each for each in told.get("classifier", []) if each.startswith("License ::")]
    return str(told.get("license_expression") or " ".join(classified) or told.get("license"))


def fits(name: str, licence: str, exceptions: dict[str, str]) -> bool:
    expected = next((kind for known, kind in exceptions.items() if re.fullmatch(rf"{known}(-.+)?", name)), None)
    if "GPL" in licence or "MPL" in licence or "Mozilla" in licence:
        return expected is not None and (expected in licence or "Mozilla" in licence)
    return bool(PERMISSIVE.search(licence))
