"""Celery's way into people."""

from celery import shared_task

from server.people.sessions import DeskStore, SessionStore


@shared_task(name="people.forget_ended_sessions")
def forget_ended_sessions() -> None:
    """Remove sessions nobody can use any more."""
    SessionStore.clear_expired()
    DeskStore.clear_expired()
