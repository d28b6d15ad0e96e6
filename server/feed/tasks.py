"""Celery's way into the feed."""

from celery import shared_task

from server.feed import services
from shared import clock


@shared_task(name="feed.forget_old_facts")
def forget_old_facts() -> None:
    """Once a day."""
    services.forget_old_facts(now=clock.now())
