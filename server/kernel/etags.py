"""Answers that say "you have this already": an ETag is the hash of the body, so it saves bytes and repaint."""

from hashlib import sha256
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse


def answer_unless_known(
    request: HttpRequest, body: dict[str, Any], *, known_by: dict[str, Any] | None = None
) -> HttpResponse:  # fmt: skip
    """The body as JSON with its ETag, or 304 when the caller named that ETag in If-None-Match.

    `known_by`: what the ETag is made of, where something in the body differs each time and means the same.
    """
    content = orjson.dumps(body)
    tag = f'"{sha256(content if known_by is None else orjson.dumps(known_by)).hexdigest()[:32]}"'
    if tag in _known(request):
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(content, content_type="application/json")
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


def _known(request: HttpRequest) -> set[str]:
    """The named tags; a proxy that compressed the body may have made one weak."""
    named = request.headers.get("If-None-Match", "")
    return {tag.strip().removeprefix("W/") for tag in named.split(",")}
