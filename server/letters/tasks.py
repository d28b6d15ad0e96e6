"""Celery's way into letters."""

from celery import shared_task

from server.letters.services import sweeps
from shared import clock


@shared_task(name="letters.turn_due_letters")
def turn_due_letters() -> None:
    while sweeps.turn_due_letters(now=clock.now()):
        pass
