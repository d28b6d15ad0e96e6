"""One shape for every refusal: application/problem+json with a stable `code` (RFC 9457)."""

import errno
import logging
from collections.abc import Mapping
from datetime import timedelta
from math import ceil
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response

from shared.codes import SENTENCES, Code, Refused
from shared.languages import say

STATUS: dict[Code, int] = {
    Code.NOT_FOUND: 404,
    Code.NOT_AUTHENTICATED: 401,
    Code.INVALID: 400,
    Code.TERMS_TO_ACCEPT: 403,
    Code.PHOTO_BUSY: 429,
    Code.PHOTO_TOO_LARGE: 413,
    Code.PHOTO_UNSUPPORTED: 415,
    Code.PHOTO_CONFLICT: 409,
    Code.NOT_WAITED_FOR: 409,
    Code.NUDGED_ALREADY: 409,
    Code.TOO_MANY_NUDGES: 409,
    Code.WINDOW_CLOSED: 409,
    Code.ALREADY_BACK: 409,
    Code.OWN_WORDS_CLOSED: 409,
    Code.COMMENTS_CLOSED: 409,
    Code.TOO_MANY_COMMENTS: 409,
    Code.MISS_STILL_OPEN: 409,
    Code.LETTER_NOT_YET: 409,
    Code.LETTER_GONE: 409,
    Code.ALREADY_IN: 409,
    Code.CHALLENGE_FULL: 409,
    Code.CHALLENGE_OVER: 409,
    Code.CHALLENGE_RUNS: 409,
    Code.CARRY_ONESELF: 409,
    Code.CARRY_NOT_NOW: 409,
    Code.CARRY_LOCKED: 409,
    Code.CARRY_SPENT: 409,
    Code.COIN_ONESELF: 409,
    Code.NOT_SHOWN_UP: 409,
    Code.COINS_GIVEN: 409,
    Code.COINS_FEW: 409,
    Code.COINS_OFF: 409,
    Code.OWN_INVITE: 409,
    Code.INVITE_EXPIRED: 410,
    Code.RESYNC: 410,
    Code.TOO_MANY: 429,
    Code.TOO_LARGE: 413,
    Code.UNSUPPORTED: 415,
    Code.CONFLICT: 409,
    Code.UNAVAILABLE: 503,
    Code.EXPORT_RUNNING: 409,
    Code.EXPORT_NOT_READY: 409,
    Code.EXPORT_EXPIRED: 410,
    Code.TOO_MANY_EXPORTS: 409,
    Code.DEPARTED: 410,
    Code.CLOSED_BY_HOST: 409,
}
"""Codes not listed are rules of the product: 422."""

FRAMEWORK = {401: Code.NOT_AUTHENTICATED, 415: Code.UNSUPPORTED, 429: Code.TOO_MANY}
RETRY_AFTER = 5
"""Seconds a phone waits before it asks again, where nothing better is known."""
CONTENT_TYPE = "application/problem+json"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""The disk is full, or as full as it may be: not the caller's fault, and over some day."""

log = logging.getLogger(__name__)


def describe_problem(code: Code, *, status: int, detail: str = "") -> dict[str, Any]:
    """The body of a problem."""
    title = say(SENTENCES[code])
    return {"type": f"urn:kith:{code}", "title": title, "status": status, "detail": detail or title, "code": code}


def answer_problem(code: Code, *, fields: Mapping[str, Any] | None = None) -> Response:
    """A response that says what is wrong in words and in one code."""
    return _answer_refusal(Refused(code), fields=fields)


def answer_outside(refusal: Refused, *, status: int | None = None) -> JsonResponse:
    """The same answer where no view of Django REST framework speaks."""
    status = status or STATUS.get(refusal.code, 422)
    body = describe_problem(refusal.code, status=status, detail=refusal.detail)
    return JsonResponse(body, status=status, headers=_patience(status, refusal.wait), content_type=CONTENT_TYPE)


def _answer_refusal(refusal: Refused, *, fields: Mapping[str, Any] | None = None) -> Response:
    status = STATUS.get(refusal.code, 422)
    body = describe_problem(refusal.code, status=status, detail=refusal.detail)
    if fields:
        body["fields"] = fields
    return Response(body, status=status, headers=_patience(status, refusal.wait), content_type=CONTENT_TYPE)


def _patience(status: int, wait: timedelta | None) -> dict[str, str]:
    if status not in (429, 503):
        return {}
    return {"Retry-After": str(ceil(wait.total_seconds()) if wait else RETRY_AFTER)}


def answer_exception(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. What it does not know stays an error and is logged as one."""
    if isinstance(error, Refused):
        return _answer_refusal(error)
    if isinstance(error, Http404 | PermissionDenied | exceptions.NotFound | exceptions.PermissionDenied):
        return answer_problem(Code.NOT_FOUND)
    if isinstance(error, RequestDataTooBig):
        return answer_problem(Code.TOO_LARGE)
    if isinstance(error, exceptions.ValidationError):
        return answer_problem(Code.INVALID, fields=_fields(error.detail))
    if isinstance(error, exceptions.APIException):
        return _answer_framework(error)
    return _answer_no_room(error) if isinstance(error, OSError) else None


def _answer_no_room(error: OSError) -> Response | None:
    """The phone sends it later; whoever runs Kith has to hear of it."""
    if error.errno not in NO_ROOM:
        return None
    log.error("no room to write: %s", error)
    return answer_problem(Code.UNAVAILABLE)


def _answer_framework(error: exceptions.APIException) -> Response:
    """What DRF refuses on its own: no token, a method nobody offers, a body that is not JSON."""
    code = FRAMEWORK.get(error.status_code, Code.INVALID)
    detail = "" if code == Code.NOT_AUTHENTICATED else str(error.detail)
    return Response(
        describe_problem(code, status=error.status_code, detail=detail),
        status=error.status_code, headers=_headers(error), content_type=CONTENT_TYPE,
    )  # fmt: skip


def _headers(error: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if error.status_code == 429:
        headers["Retry-After"] = str(int(getattr(error, "wait", None) or RETRY_AFTER))
    return headers


def _fields(detail: Any) -> dict[str, Any]:
    return detail if isinstance(detail, dict) else {"": detail}
