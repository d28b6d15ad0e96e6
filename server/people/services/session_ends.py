"""Signing devices out. Their tokens are worth nothing from the next request on."""

from uuid import UUID

from server.people.models import Person, Session


def end_session(*, person: Person, session_id: UUID) -> None:
    """End one session of this person by its public id. Without such a one, nothing happens."""
    found = [session.pk for session in Session.objects.filter(person=person) if session.public_id == session_id]
    Session.objects.filter(pk__in=found).delete()


def end_other_sessions(*, person: Person, keep: Session) -> None:
    """End all sessions of this person but one."""
    Session.objects.filter(person=person).exclude(pk=keep.pk).delete()
