"""What becomes of one file: two pictures or a refusal; and how the process that finds out tells the one that asked."""

import json
from dataclasses import dataclass
from typing import Any

from shared.codes import Code, Refused

SIZES = LARGE, SMALL = (1080, 320)
"""Longest side of each rendition, in pixels."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """WebP bytes by size, and the width and height of the large one."""

    files: dict[int, bytes]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Ready or refused, and what it cost to find out: seconds of one core and MB at most, 0 where nobody could say."""

    outcome: Rendering | Refused
    seconds: float = 0
    megabytes: int = 0

    def rendering(self) -> Rendering:
        """Raises the refusal if it is one."""
        if isinstance(self.outcome, Refused):
            raise self.outcome
        return self.outcome


def pack(verdict: Verdict) -> bytes:
    """One line of JSON, then the pictures. No pickle: whoever took over the decoder must not take over the reader."""
    head: dict[str, Any] = {"seconds": verdict.seconds, "megabytes": verdict.megabytes}
    if isinstance(verdict.outcome, Refused):
        return _line(head | {"code": verdict.outcome.code, "detail": verdict.outcome.detail})
    made = verdict.outcome
    lengths = [len(made.files[size]) for size in SIZES]
    line = _line(head | {"width": made.width, "height": made.height, "lengths": lengths})
    return line + b"".join(made.files[size] for size in SIZES)


def unpack(message: bytes) -> Verdict:
    """Raises ValueError or LookupError if this is no verdict."""
    line, _, pictures = message.partition(b"\n")
    head = json.loads(line)
    return Verdict(_outcome(head, pictures), head["seconds"], head["megabytes"])


def _outcome(head: dict[str, Any], pictures: bytes) -> Rendering | Refused:
    if "code" in head:
        return Refused(Code(head["code"]), head["detail"])
    files, at = {}, 0
    for size, length in zip(SIZES, head["lengths"], strict=True):
        files[size] = pictures[at : at + length]
        at += length
    return Rendering(files, head["width"], head["height"])


def _line(head: dict[str, Any]) -> bytes:
    return json.dumps(head).encode() + b"\n"
