"""Says that the server is up. It touches nothing, so that a slow database never looks like a dead process."""

from django.http import HttpRequest, JsonResponse


def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})
