"""A stopped clock that several processes read from one file."""

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.clock import StoppedClock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FORM = struct.Struct("=q")


class Timekeeper(StoppedClock):
    """Whoever opens the same file sees the same instant; whoever moves it moves it for all."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(_FORM.pack(0))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _FORM.size)

    @property
    def instant(self) -> datetime:
        (microseconds,) = _FORM.unpack(self._shared[:])
        return _EPOCH + timedelta(microseconds=microseconds)

    def move_to(self, instant: datetime) -> None:
        self._shared[:] = _FORM.pack((instant - _EPOCH) // _MICROSECOND)

    def advance(self, by: timedelta) -> None:
        self.move_to(self.instant + by)
