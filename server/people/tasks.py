"""Celery's way into people."""

from celery import shared_task

from server.people.services import arrival_sweep
from server.people.sessions import DeskStore, SessionStore
from shared import clock


@shared_task(name="people.settle_due_arrivals")
def settle_due_arrivals() -> None:
    """Forget addresses nobody proved; write to, and then close, whom nobody confirmed."""
    while arrival_sweep.settle_due_arrivals(now=clock.now()):
        pass


@shared_task(name="people.forget_ended_sessions")
def forget_ended_sessions() -> None:
    """Remove sessions nobody can use any more."""
    SessionStore.clear_expired()
    DeskStore.clear_expired()
