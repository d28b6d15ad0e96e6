"""Words that anybody may have sent, as they are kept: without what nobody can see and what would reorder a line."""

import unicodedata
from typing import Any

_LINE_ENDS = {ord("\r"): "\n", 0x2028: "\n", 0x2029: "\n"}
# NUL stays: nobody types it, and every field refuses it.
_CONTROLS = [code for code in (*range(1, 32), *range(127, 160)) if chr(code) not in "\t\n\r"]
_REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSEEN = [0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB]
_KEPT = _LINE_ENDS | dict.fromkeys([*_CONTROLS, *_REORDERING, *_UNSEEN])
_LOOKS_EMPTY = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and symbols by their category that every font leaves blank."""


def clean(said: Any) -> Any:
    """A JSON value with every text in it cleaned: line ends are newlines, control and reordering characters gone.

    Cleaning twice is cleaning once, so a resend still meets what the first sending left.
    """
    if isinstance(said, str):
        return said.replace("\r\n", "\n").translate(_KEPT)
    if isinstance(said, list):
        return [clean(one) for one in said]
    if isinstance(said, dict):
        return {name: clean(value) for name, value in said.items()}
    return said


def one_line(text: str) -> str:
    """The text with every run of white space as one space, and none at either end."""
    return " ".join(text.split())


def shows(text: str) -> bool:
    """Whether there is anything to see."""
    return any(unicodedata.category(one)[0] in "LNPS" and one not in _LOOKS_EMPTY for one in text)
