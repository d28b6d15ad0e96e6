"""What is said outside of any view: to the API as a problem, to a browser as Django's plain page."""

import sys

import redis
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.views import defaults

from server.kernel.problems import answer_outside
from shared.codes import Code, Refused

AWAY = (OperationalError, redis.ConnectionError, redis.TimeoutError)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not _is_api(request):
        return defaults.page_not_found(request, exception)
    return answer_outside(Refused(Code.NOT_FOUND))


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not _is_api(request):
        return defaults.permission_denied(request, exception)
    return answer_outside(Refused(Code.NOT_FOUND))


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not _is_api(request):
        return defaults.bad_request(request, exception)
    return answer_outside(Refused(Code.INVALID))


def broken(request: HttpRequest) -> HttpResponse:
    """A database or a Redis that is away, or took too long, is no fault: the same may go well in a moment."""
    status = 503 if isinstance(sys.exc_info()[1], AWAY) else 500
    if not _is_api(request):
        page = defaults.server_error(request)
        page.status_code = status
        return page
    return answer_outside(Refused(Code.UNAVAILABLE), status=status)


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")
