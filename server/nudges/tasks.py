"""Celery's way into nudges."""

from celery import shared_task

from server.nudges import faces
from shared import clock


@shared_task(name="nudges.forget_old_faces")
def forget_old_faces() -> None:
    """Once an hour."""
    while faces.forget_old_faces(now=clock.now()):
        pass
