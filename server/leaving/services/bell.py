"""Waking whoever does this app's work. A lost ring costs seconds: the beat looks anyway."""

from celery import current_app
from django.db import transaction


def ring_on_commit() -> None:
    """Once what is to be done stands in the database."""
    transaction.on_commit(_ring, robust=True)


def _ring() -> None:
    current_app.send_task("leaving.do_due_work", ignore_result=True, retry=False)
