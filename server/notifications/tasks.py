"""Celery's way into notifications."""

from celery import shared_task

from server.notifications import sender, services
from shared import clock


@shared_task(name="notifications.send_due_deliveries")
def send_due_deliveries() -> None:
    """Send until nothing is due."""
    while sender.send_due_deliveries(now=clock.now()):
        pass


@shared_task(name="notifications.forget_old_notices")
def forget_old_notices() -> None:
    """Once a day."""
    services.forget_old_notices(now=clock.now())
