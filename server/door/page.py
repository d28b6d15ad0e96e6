"""A page of the door: whose browser it is, whether they said yes to the terms, and refusals in words.

Every page is read and every form answered through the selectors and services of the API, so what a person may see or
do is decided where it is for the phone.
"""

from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any
from urllib.parse import quote

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods

from server.door import cookies
from server.kernel.problems import STATUS
from server.people.authentication import session_behind
from server.people.models import Person, Session
from server.people.terms import version_in_force
from shared.codes import Code, Refused
from shared.languages import speaking, spoken

CONTENT = {
    "default-src": [NONE], "style-src": [SELF], "img-src": [SELF], "font-src": [SELF], "manifest-src": [SELF],
    "form-action": [SELF], "base-uri": [NONE], "frame-ancestors": [NONE],
}  # fmt: skip
"""No script at all: everything here works without one."""
View = Callable[..., HttpResponseBase]


def open_page(*methods: str) -> Callable[[View], View]:
    """For a view anybody may ask: `view(request, …)`. Refusals are said on a page; nobody on the way keeps it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
            response = _answered(view, request, *args, **named)
            response.setdefault("Cache-Control", "private, no-store")
            patch_vary_headers(response, ["Cookie"])
            return response

        return require_http_methods(methods)(csp_replace(CONTENT)(answer))

    return decorate


def page(*methods: str, before_terms: bool = False) -> Callable[[View], View]:
    """For a view that is somebody's: `view(request, person, …)`. Whoever isn't signed in is led to the door and back.

    Reading is always open; a form waits until the terms in force were accepted, as in the API.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
            session = session_behind(cookies.token_of(request))
            if session is None:
                return _to_the_door(request)
            if request.method == "POST" and not before_terms and _has_terms_to_read(session.person):
                return redirect("door:terms")
            with speaking(session.person.language or spoken()):
                return _answered(view, request, session.person, *args, **named)

        return open_page(*methods)(answer)

    return decorate


def _answered(view: View, request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
    """What it refuses is said on a page, in the language spoken where it is."""
    try:
        return view(request, *args, **named)
    except Refused as refused:
        return say_refusal(request, refused)


def session_of(request: HttpRequest) -> Session | None:
    return session_behind(cookies.token_of(request))


def say_refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """A page with the code's own sentence, and the way back."""
    status = STATUS.get(refused.code, 422)
    shown = {"said": refused.detail, "gone": refused.code == Code.NOT_FOUND}
    response = render(request, "door/refused.html", shown, status=status)
    if refused.wait:
        response["Retry-After"] = str(ceil(refused.wait.total_seconds()))
    return response


def _has_terms_to_read(person: Person) -> bool:
    return person.terms_version < version_in_force()


def _to_the_door(request: HttpRequest) -> HttpResponseRedirect:
    """What was on its way in a form is not kept: the page it came from asks anew."""
    where = request.get_full_path() if request.method == "GET" else reverse("door:today")
    return redirect(f"{reverse('door:enter')}?next={quote(where)}")
