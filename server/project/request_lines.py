"""One line per request, and an id that ties together whatever else was logged on the way.

A line names the route, never the path: paths hold invite tokens. It names no person, no network and no device.
"""

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bound_contextvars

from server.project.discretion import route_of

log = logging.getLogger(__name__)

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
WELL_FORMED = re.compile(r"[0-9a-f-]{16,36}")


class RequestLines:
    """Middleware, outermost: what the others answer is seen here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        request_id = _named_by_proxy(request) or uuid4().hex
        with bound_contextvars(request_id=request_id):
            response = self._get_response(request)
            response["X-Request-ID"] = request_id
            log.info("request", extra={
                "method": request.method if request.method in METHODS else "other", "route": route_of(request),
                "status": response.status_code, "ms": round((time.perf_counter() - began) * 1000),
            })  # fmt: skip
        return response


def _named_by_proxy(request: HttpRequest) -> str:
    """The proxy's id, if there is a proxy whose word is taken and it looks like one."""
    named = request.headers.get("X-Request-ID", "")
    return named if settings.ALLAUTH_TRUSTED_PROXY_COUNT and WELL_FORMED.fullmatch(named) else ""
