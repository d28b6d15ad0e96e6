"""The session stores. The app's (SESSION_ENGINE) is Django's own, on rows that name their person."""

from datetime import datetime
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.http import HttpRequest

from server.people.models import Person, Session
from shared import clock, limits

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DEVICE, BEGAN_AT = "kith_device", "kith_began_at"
"""Kept in the session's own data, from which Django writes its row anew each time."""


DESK_SECONDS = 4 * 60 * 60


class ClockedStore(DatabaseStore):
    """Django's database store, by our clock."""

    def get_expiry_date(self, **when: Any) -> Any:
        """The instant this session ends if it is not used again."""
        return super().get_expiry_date(**{"modification": clock.now(), **when})

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        row = self.model.objects.filter(session_key=self.session_key, expire_date__gt=clock.now()).first()
        if row is None:
            self._session_key = None
        return row

    @classmethod
    def clear_expired(cls) -> None:
        """Forget sessions that have ended (`manage.py clearsessions`)."""
        cls.get_model_class().objects.filter(expire_date__lte=clock.now()).delete()


class SessionStore(ClockedStore):
    """The app's: its key is the token."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = super().create_model_instance(data)
        row.person_id = data.get(SESSION_KEY)
        row.device = data.get(DEVICE, "")
        row.began_at = datetime.fromisoformat(data[BEGAN_AT]) if BEGAN_AT in data else None
        row.used_on = clock.now().date()
        return row


class DeskStore(ClockedStore):
    """The admin's: its key is a cookie. Rows of another table, so that neither key opens the other's door."""

    def get_session_cookie_age(self) -> int:
        """Seconds; a desk is not left open overnight."""
        return DESK_SECONDS


def device_of(request: HttpRequest) -> str:
    """What the calling device calls itself: its User-Agent, as far as it is printable."""
    named = request.headers.get("User-Agent", "")
    return "".join(sign for sign in named if sign.isprintable())[: limits.DEVICE_MAX].strip()


def mark_beginning(session: SessionBase, *, device: str, now: datetime) -> None:
    """Remember on which device and when (instant) this session was signed in."""
    session[DEVICE], session[BEGAN_AT] = device, now.isoformat()


def open_session(person: Person, device: str = "") -> str:
    """A new session of this person, as allauth makes one after a code; answers its token. For demo and test people."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    mark_beginning(session, device=device, now=clock.now())
    session.create()
    return str(session.session_key)
