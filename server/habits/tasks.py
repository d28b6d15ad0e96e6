"""Celery's way into habits: the sweeps, run until nothing is due."""

from celery import shared_task

from server.habits.services import sweeps
from shared import clock


@shared_task(name="habits.close_due_days")
def close_due_days() -> None:
    while sweeps.close_due_days(now=clock.now()):
        pass


@shared_task(name="habits.ring_due_reminders")
def ring_due_reminders() -> None:
    while sweeps.ring_due_reminders(now=clock.now()):
        pass
