"""What monitoring asks. Anybody may learn in one word that something is late; numbers are for the operator."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from server.operations.metrics import REGISTRY
from server.operations.operator import speaks_for_operator
from server.operations.readiness import Check, check_readiness
from shared import clock


def readyz(request: HttpRequest) -> JsonResponse:
    """200 when everything runs, 503 when something is away or late; every check by name either way."""
    checks = check_readiness(now=clock.now())
    ready = all(check.ok for check in checks)
    numbered = speaks_for_operator(request)
    body = {"ready": ready, "checks": {check.name: _print(check, numbered=numbered) for check in checks}}
    response = JsonResponse(body, status=200 if ready else 503)
    response["Cache-Control"] = "no-store"
    return response


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus' text format; without the operator's token there is nothing here."""
    if not speaks_for_operator(request):
        raise Http404
    return HttpResponse(generate_latest(REGISTRY), content_type=CONTENT_TYPE_LATEST)


def _print(check: Check, *, numbered: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"ok": check.ok, "state": check.state}
    return said | dict(check.numbers) if numbered else said
