"""The key to the leaving page: its own short cookie, apart from every other sign-in, sent nowhere else."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from server.leaving.services.links import person_behind
from server.people.models import Person
from shared import limits

NAME = "kith_leaving"
PATH = "/leave"


def give_key(response: HttpResponseBase, key: str) -> None:
    response.set_cookie(
        NAME, key, max_age=int(limits.LEAVE_LINK_LIFE.total_seconds()), path=PATH,
        secure=settings.HTTPS, httponly=True, samesite="Strict",
    )  # fmt: skip


def take_key(response: HttpResponseBase) -> None:
    response.delete_cookie(NAME, path=PATH, samesite="Strict")


def key_of(request: HttpRequest) -> str:
    return request.COOKIES.get(NAME, "")


def person_of(request: HttpRequest, now: datetime) -> Person:
    """Whose page this browser has opened. Raises Refused(not_found)."""
    return person_behind(key=key_of(request), now=now)
