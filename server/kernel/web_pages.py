"""Pages for a browser without an app: kept by nobody on the way, loading nothing foreign, refusals said on a page."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from math import ceil

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from shared.codes import Code, Refused

Page = Callable[..., HttpResponseBase]
Content = Mapping[str, Sequence[str]]
"""What a browser may load on a page, and where it may send its forms."""


def web_page(*methods: str, folder: str, content: Content) -> Callable[[Page], Page]:
    """For a view: these methods only. What it refuses is said by `later.html` or `over.html` of that folder."""

    def decorate(view: Page) -> Page:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
            try:
                response = view(request, *args, **named)
            except Refused as refused:
                response = _refuse(request, folder, refused)
            response["Cache-Control"] = "private, no-store"
            return response

        return require_http_methods(methods)(csp_replace(dict(content))(answer))

    return decorate


def _refuse(request: HttpRequest, folder: str, refused: Refused) -> HttpResponse:
    if refused.code != Code.TOO_MANY:
        return render(request, f"{folder}/over.html", {"said": refused.detail}, status=410)
    response = render(request, f"{folder}/later.html", status=429)
    if refused.wait:
        response["Retry-After"] = str(ceil(refused.wait.total_seconds()))
    return response
