"""What allauth is not given to read: it parses bodies by itself, and one nested without end would be our fault."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from server.kernel.parsers import read_json

AUTH = "/api/auth/"
Answer = Callable[[HttpRequest], HttpResponse]


def readable_auth_bodies(get_response: Answer) -> Answer:
    """Middleware: under allauth's addresses, a body that is no JSON as Kith reads it is a 400 in allauth's shape."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(AUTH) and not _can_be_read(request.body):
            errors = [{"code": "invalid", "message": "This is not JSON as Kith reads it."}]
            return JsonResponse({"status": 400, "errors": errors}, status=400)
        return get_response(request)

    return answer


def nobody_has_a_phone_number(request: HttpRequest) -> HttpResponse:
    """Stands before an address of allauth's for something Kith does not ask for."""
    raise Http404


def _can_be_read(body: bytes) -> bool:
    try:
        read_json(body or b"{}")
    except ValueError:
        return False
    return True
