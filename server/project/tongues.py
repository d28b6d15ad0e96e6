"""Each request is answered in the language it asks for; what somebody chose for themselves comes before that."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers

from shared.languages import asked_for, speaking

_IN_WORDS = ("text/html", "application/problem+json")


def tongues(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """The door speaks a person's own choice as soon as it knows who they are (server/door/page.py)."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        with speaking(asked_for(request.headers.get("Accept-Language", ""))):
            response = get_response(request)
        if response.get("Content-Type", "").startswith(_IN_WORDS):
            patch_vary_headers(response, ["Accept-Language"])
        return response

    return answer
