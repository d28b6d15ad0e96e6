"""How worker and beat show that they turn: each touches a file whose age a container's health check can see."""

from pathlib import Path
from typing import Any

from celery import bootsteps
from django.conf import settings

SECONDS = 10


def touch_pulse() -> None:
    """Say that this process turned just now, if anybody wants to know."""
    if settings.PULSE_FILE:
        Path(settings.PULSE_FILE).touch()


class WorkerPulse(bootsteps.StartStopStep):
    """Beats in the worker's own loop: one that hangs, or waits for a broker that is away, falls silent."""

    requires = {"celery.worker.components:Timer"}

    def start(self, parent: Any) -> None:
        """`parent` is the worker, whose timer calls from now on."""
        parent.timer.call_repeatedly(SECONDS, touch_pulse)
