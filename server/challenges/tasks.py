"""Celery's way into challenges: the sweeps, run until nothing is due."""

from celery import shared_task

from server.challenges.services import ends
from shared import clock


@shared_task(name="challenges.end_due_challenges")
def end_due_challenges() -> None:
    while ends.end_due_challenges(now=clock.now()):
        pass


@shared_task(name="challenges.tell_due_eves")
def tell_due_eves() -> None:
    while ends.tell_due_eves(now=clock.now()):
        pass
