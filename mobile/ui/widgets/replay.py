"""Faces turning in their true order, three seconds at the most; a touch shows how it ends."""

from collections.abc import Callable

from kivy.clock import Clock, ClockEvent

from mobile.presenters.views import FaceTurn
from shared import replay

_BREATH = 0.35
"""Seconds before the first one, so that eyes can find the faces."""


class Replay:
    """Tells `turn` about each turn at its moment, and `end` once, when all is over or skipped."""

    def __init__(
        self, turns: tuple[FaceTurn, ...], *, turn: Callable[[FaceTurn], object], end: Callable[[], object]
    ) -> None:
        self._turns, self._turn, self._end = turns, turn, end
        self._at = 0
        self._event: ClockEvent | None = None

    @property
    def running(self) -> bool:
        return self._event is not None

    def start(self) -> None:
        self._event = Clock.schedule_once(self._next, _BREATH)

    def stop(self) -> None:
        """Nothing more is told."""
        if self._event is not None:
            self._event.cancel()
            self._event = None

    def skip(self) -> None:
        if self.running:
            self.stop()
            self._end()

    def _next(self, _dt: float) -> None:
        self._turn(self._turns[self._at])
        self._at += 1
        if self._at < len(self._turns):
            self._event = Clock.schedule_once(self._next, replay.pause(len(self._turns)))
        else:
            self._event = Clock.schedule_once(self._over, replay.PAUSE)

    def _over(self, _dt: float) -> None:
        self._event = None
        self._end()
