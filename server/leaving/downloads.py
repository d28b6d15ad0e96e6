"""Sends a private file in pieces, whole or from where a fetch was cut off."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import BinaryIO

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from rest_framework.request import Request

from shared.codes import Code, Refused

CHUNK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})")


def answer_file(request: HttpRequest | Request, path: Path) -> StreamingHttpResponse:
    """The file as an attachment, to be kept by nobody on the way. Raises Refused(export_expired) if it just went."""
    try:
        file = path.open("rb")
    except FileNotFoundError as gone:
        raise Refused(Code.EXPORT_EXPIRED) from gone
    size = path.stat().st_size
    first, last = _wanted(request.headers.get("Range", ""), size)
    response = _stream(request, file, first, last)
    if (first, last) != (0, size - 1):
        response.status_code = 206
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _wanted(said: str, size: int) -> tuple[int, int]:
    """First and last byte. What isn't one range within the file is answered with everything, as HTTP allows."""
    found = _RANGE.fullmatch(said)
    first = int(found[1]) if found else 0
    last = min(int(found[2]), size - 1) if found and found[2] else size - 1
    return (first, last) if first <= last else (0, size - 1)


def _stream(request: HttpRequest | Request, file: BinaryIO, first: int, last: int) -> StreamingHttpResponse:
    file.seek(first)
    inner = getattr(request, "_request", request)
    # Given a plain iterator, Django's ASGI handler would first read all of it into memory.
    pieces = _pieces_in_turn if isinstance(inner, ASGIRequest) else _pieces
    response = StreamingHttpResponse(pieces(file, last - first + 1), content_type="application/zip")
    response["Content-Length"] = str(last - first + 1)
    response["Content-Disposition"] = 'attachment; filename="kith-data.zip"'
    return response


def _pieces(file: BinaryIO, left: int) -> Iterator[bytes]:
    with file:
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece


async def _pieces_in_turn(file: BinaryIO, left: int) -> AsyncIterator[bytes]:
    with file:
        while left > 0 and (piece := await asyncio.to_thread(file.read, min(CHUNK, left))):
            left -= len(piece)
            yield piece
