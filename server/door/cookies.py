"""The door's two cookies: the token of a signed-in browser, and that of a sitting in which a code is still asked for.

Both are tokens of the app's own sessions, so a browser stands among *signed-in devices* and is ended there like any
other. No script reads them, and no form of another site is sent with them.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from shared import limits

SIGNED_IN = "__Host-door" if settings.HTTPS else "door"
SITTING = "__Host-sitting" if settings.HTTPS else "sitting"


def give_token(response: HttpResponseBase, token: str) -> None:
    """Lax: a friend's link is opened from a chat, which is another site."""
    _set(response, SIGNED_IN, token, seconds=settings.SESSION_COOKIE_AGE)
    _delete(response, SITTING)


def give_sitting(response: HttpResponseBase, token: str) -> None:
    _set(response, SITTING, token, seconds=int(limits.TRIES_PER_CODE.within.total_seconds()))


def take_all(response: HttpResponseBase) -> None:
    _delete(response, SIGNED_IN)
    _delete(response, SITTING)


def token_of(request: HttpRequest) -> str:
    return request.COOKIES.get(SIGNED_IN, "")


def sitting_of(request: HttpRequest) -> str:
    return request.COOKIES.get(SITTING, "")


def _set(response: HttpResponseBase, name: str, token: str, *, seconds: int) -> None:
    response.set_cookie(name, token, max_age=seconds, path="/", secure=settings.HTTPS, httponly=True, samesite="Lax")


def _delete(response: HttpResponseBase, name: str) -> None:
    """With `secure`: a browser takes a __Host- cookie, its end included, in no other form."""
    response.set_cookie(name, "", max_age=0, path="/", secure=settings.HTTPS, httponly=True, samesite="Lax")
