"""Celery's way into the kernel."""

from celery import shared_task

from server.kernel.relay import relay
from shared import clock


@shared_task(name="kernel.relay_facts")
def relay_facts() -> None:
    """Deliver owed facts until none is due."""
    while relay(now=clock.now()):
        pass
