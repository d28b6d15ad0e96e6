"""What every answer says to a browser, and what no browser of another site may ask."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from server.kernel.problems import answer_outside
from shared.codes import Code, Refused

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), payment=(), usb=(), browsing-topics=()",
}
KEPT_NOWHERE = "no-store"
"""For every answer that does not say itself how long it may be kept."""


class ClosedDoors:
    """Middleware. Kith has no web page of its own that calls it, so no origin is let in: a preflight is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        preflight = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        response = _refused() if preflight else self._get_response(request)
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        response.setdefault("Cache-Control", KEPT_NOWHERE)
        if request.path.startswith("/api/"):
            # Two people signed in on one device must not be shown each other's kept answers.
            patch_vary_headers(response, ["X-Session-Token"])
        return response


def _refused() -> HttpResponse:
    return answer_outside(Refused(Code.NOT_FOUND), status=403)
