"""Ends the process at a chosen boundary: no cleanup, no goodbye, as if the plug had been pulled."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Side(StrEnum):
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Fault:
    """Die before or after the `turn`-th boundary of this process, counted from 1."""

    side: Side
    turn: int


class Fuse:
    """One per process. Boundaries are counted in a file too, so that a test knows how many there are."""

    def __init__(self) -> None:
        self._fault: Fault | None = None
        self._tally: int | None = None
        self._passed = 0

    def set(self, fault: Fault | None, tally: Path) -> None:
        self._fault = fault
        self._tally = os.open(tally, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    @contextmanager
    def boundary(self) -> Iterator[None]:
        self._passed += 1
        self._burn(Side.BEFORE)
        yield
        self._burn(Side.AFTER)
        if self._tally is not None:
            os.write(self._tally, b".")

    def _burn(self, side: Side) -> None:
        if self._fault == Fault(side, self._passed):
            os.kill(os.getpid(), signal.SIGKILL)


FUSE = Fuse()
