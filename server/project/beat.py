"""Celery's scheduler with a pulse: `celery -A server.project beat --scheduler server.project.beat:BeatingScheduler`."""

from typing import Any

from celery.beat import PersistentScheduler

from server.project.pulse import touch_pulse


class BeatingScheduler(PersistentScheduler):
    """One touch for each look at what is due, which is every few seconds."""

    def tick(self, *arguments: Any, **options: Any) -> float:
        touch_pulse()
        return float(super().tick(*arguments, **options))
