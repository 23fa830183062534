"""The code once more, for the button that copies it or fills it in; a send calls the button a link (reference 8.8)."""

from typing import Any

from parley_emulator.sending.tap_values import only_text

SUB_TYPE = "url"
LONGEST = 15


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """Whether it is the code of the body is the send's own check, ``template_code_repeated``."""
    only_text(parameters, "text", where, LONGEST)
