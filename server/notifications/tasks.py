"""Celery's way into notifications."""

from celery import shared_task

from server.notifications import relays, rounds, sender, services
from shared import clock


@shared_task(name="notifications.send_due_deliveries")
def send_due_deliveries() -> None:
    """Send until nothing is due."""
    while sender.send_due_deliveries(now=clock.now()):
        pass


@shared_task(name="notifications.ring_due_rounds")
def ring_due_rounds() -> None:
    while rounds.ring_due_rounds(now=clock.now()):
        pass


@shared_task(name="notifications.ask_for_answers")
def ask_for_answers() -> None:
    while relays.ask_for_answers(now=clock.now()):
        pass


@shared_task(name="notifications.forget_old_notices")
def forget_old_notices() -> None:
    """Once a day."""
    services.forget_old_notices(now=clock.now())
