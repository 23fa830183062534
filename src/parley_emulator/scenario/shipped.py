"""The scenarios that come with the platform."""

from importlib.resources import files

_FOLDER = files("parley_emulator.scenario") / "files"


def names() -> list[str]:
    """Their files."""
    return sorted(each.name for each in _FOLDER.iterdir() if each.name.endswith(".toml"))


def text_of(name: str) -> str | None:
    """The text of one of them, with or without .toml."""
    wanted = name if name.endswith(".toml") else f"{name}.toml"
    return (_FOLDER / wanted).read_text(encoding="utf-8") if wanted in names() else None
