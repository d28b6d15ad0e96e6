"""Events of the demo's past, told in their true order with the clock standing still at each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from server.habits.services import sweeps
from server.kernel.models import Heartbeat
from server.kernel.relay import relay
from shared import clock

Deed = Callable[[], object]


@dataclass
class Timeline:
    """Deeds by the instant they happen. Those later than `now` have not happened yet and are left out."""

    now: datetime
    _deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)

    def at(self, moment: datetime, deed: Deed) -> None:
        if moment <= self.now:
            self._deeds.append((moment, len(self._deeds), deed))

    def close_days_at(self, moment: datetime) -> None:
        """Let the sweep judge what is due at this instant, and tell whoever wants to hear it."""
        self.at(moment, partial(judge, now=moment))

    def ring_reminders_at(self, moment: datetime) -> None:
        """Let the reminders of this hour ring."""
        self.at(moment, partial(ring, now=moment))

    def play(self) -> None:
        """Do every deed at its instant. A deed at the same instant as another keeps the order it was planned in."""
        with clock.stopped_at(self.now) as standing:
            for moment, _, deed in sorted(self._deeds, key=lambda event: event[:2]):
                standing.move_to(moment)
                deed()


def ring(*, now: datetime) -> None:
    """Say which reminders are due, and tell it."""
    while sweeps.ring_due_reminders(now=now):
        pass
    while relay(now=now):
        pass


def judge(*, now: datetime) -> None:
    """One sweep, with the heartbeat of a server that never slept: the demo's past had no outage."""
    for heartbeat in Heartbeat.objects.all():
        heartbeat.beat_at = now
        heartbeat.save(update_fields=["beat_at"])
    while sweeps.close_due_days(now=now):
        pass
    while relay(now=now):
        pass
