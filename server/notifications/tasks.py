"""Celery's way into notifications."""

from celery import shared_task

from server.notifications import sender
from shared import clock


@shared_task(name="notifications.send_due_deliveries")
def send_due_deliveries() -> None:
    """Send until nothing is due."""
    while sender.send_due_deliveries(now=clock.now()):
        pass
