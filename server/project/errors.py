"""What is said outside of any view: to the API as a problem, to a browser as Django's plain page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults

from server.kernel.problems import CONTENT_TYPE, describe_problem
from shared.codes import Code


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not request.path.startswith("/api/"):
        return defaults.page_not_found(request, exception)
    return _problem(Code.NOT_FOUND, 404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not request.path.startswith("/api/"):
        return defaults.bad_request(request, exception)
    return _problem(Code.INVALID, 400)


def broken(request: HttpRequest) -> HttpResponse:
    if not request.path.startswith("/api/"):
        return defaults.server_error(request)
    return _problem(Code.UNAVAILABLE, 500)


def _problem(code: Code, status: int) -> JsonResponse:
    return JsonResponse(describe_problem(code, status=status), status=status, content_type=CONTENT_TYPE)
