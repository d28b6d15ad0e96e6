"""Cookies open the desk and nothing else."""

from collections.abc import Callable

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

from server.people.sessions import DeskStore


class DeskSessions(SessionMiddleware):
    """Django's, on sessions of their own: no app token in a cookie opens the admin, no admin cookie is an app token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)
        self.SessionStore = DeskStore
