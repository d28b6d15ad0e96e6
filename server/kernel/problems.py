"""One shape for every refusal: application/problem+json with a stable `code` (RFC 9457)."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response

from shared.codes import SENTENCES, Code, Refused

STATUS: dict[Code, int] = {
    Code.NOT_FOUND: 404,
    Code.NOT_AUTHENTICATED: 401,
    Code.INVALID: 400,
    Code.PHOTO_BUSY: 429,
    Code.PHOTO_TOO_LARGE: 413,
    Code.PHOTO_UNSUPPORTED: 415,
    Code.PHOTO_CONFLICT: 409,
    Code.WINDOW_CLOSED: 409,
    Code.ALREADY_BACK: 409,
    Code.OWN_INVITE: 409,
    Code.INVITE_EXPIRED: 410,
    Code.RESYNC: 410,
    Code.TOO_MANY: 429,
}
"""Codes not listed are rules of the product: 422."""



def answer_problem(code: Code, *, detail: str = "", fields: Mapping[str, Any] | None = None) -> Response:
    """A response that says what is wrong in words and in one code."""
    status = STATUS.get(code, 422)
    body: dict[str, Any] = {
        "type": f"urn:kith:{code}", "title": SENTENCES[code], "status": status, "detail": detail or SENTENCES[code], "code": code,
    }  # fmt: skip
    if fields:
        body["fields"] = fields
    headers = {"Retry-After": "5"} if status == 429 else None
    return Response(body, status=status, headers=headers, content_type="application/problem+json")


def answer_exception(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. What it does not know stays an error and is logged as one."""
    if isinstance(error, Refused):
        return answer_problem(error.code, detail=error.detail)
    if isinstance(error, Http404 | PermissionDenied | exceptions.NotFound | exceptions.PermissionDenied):
        return answer_problem(Code.NOT_FOUND)
    if isinstance(error, exceptions.ValidationError):
        return answer_problem(Code.INVALID, fields=_fields(error.detail))
    if isinstance(error, exceptions.NotAuthenticated | exceptions.AuthenticationFailed):
        return answer_problem(Code.NOT_AUTHENTICATED)
    if isinstance(error, exceptions.APIException):
        response = answer_problem(Code.INVALID, detail=str(error.detail))
        response.status_code = response.data["status"] = error.status_code
        return response
    return None


def _fields(detail: Any) -> dict[str, Any]:
    return detail if isinstance(detail, dict) else {"": detail}
