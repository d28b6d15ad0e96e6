"""Who is calling: the X-Session-Token header, resolved in one query, and in a second once a day.

allauth's own class asks three times (does the session exist, its data, its user). A test holds both equal.
"""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.utils.crypto import constant_time_compare
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from server.people.models import Person, Session
from server.people.sessions import SessionStore
from shared import clock

LONGEST_TOKEN = 40


class SessionTokenAuthentication(BaseAuthentication):
    """A token that leads to nobody is refused, never treated as anonymous: the phone must learn that it was revoked."""

    def authenticate(self, request: Request) -> tuple[Person, Session] | None:
        token = request.headers.get("X-Session-Token")
        if not token:
            return None
        session = session_behind(token)
        if session is None:
            raise AuthenticationFailed
        return session.person, session

    def authenticate_header(self, request: Request) -> str:
        return "Session-Token"


def session_behind(token: str) -> Session | None:
    """Whose token this is, with its person, while it opens anything; that it was used is remembered."""
    session = _find_session(token)
    if session is None or not _still_holds(session):
        return None
    _note_use(session)
    return session


def _find_session(token: str) -> Session | None:
    if len(token) > LONGEST_TOKEN or not token.isalnum() or not token.isascii():
        return None
    alive = Session.objects.filter(expire_date__gt=clock.now(), person__is_active=True)
    return alive.select_related("person").filter(session_key=token).first()


def _still_holds(session: Session) -> bool:
    """A changed password ends sessions made before it, as does a sign-in method that was removed."""
    data = SessionStore().decode(session.session_data)
    made_with = data.get(HASH_SESSION_KEY, "")
    hashes = (session.person.get_session_auth_hash(), *session.person.get_session_auth_fallback_hash())
    return data.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS and any(
        constant_time_compare(made_with, valid) for valid in hashes
    )


def _note_use(session: Session) -> None:
    """Which day (UTC) a device was last used: enough to recognise one that is not one's own any more."""
    today = clock.now().date()
    if session.used_on != today:
        Session.objects.filter(pk=session.pk).update(used_on=today)
