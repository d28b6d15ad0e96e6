"""Every answer is one of three words: done, refused for good, later."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from mobile.api.http import httpx
from shared.codes import SENTENCES, Code
from shared.languages import say

Body = dict[str, Any]

_LATER = {408, 425, 429}
# The same bytes sent once more will arrive whole; these refuse the journey, not the photo.
_LATER_CODES = {Code.PHOTO_DIGEST_MISMATCH, Code.PHOTO_BUSY, Code.UNAVAILABLE, Code.TOO_MANY}
_CODE_OF_STATUS = {401: Code.NOT_AUTHENTICATED, 413: Code.PHOTO_TOO_LARGE, 415: Code.PHOTO_UNSUPPORTED}


@dataclass(frozen=True, slots=True)
class Done:
    status: int
    body: Body = field(default_factory=dict)
    etag: str = ""
    content: bytes = b""

    @property
    def unchanged(self) -> bool:
        """The server said that what this phone has is still so (304)."""
        return self.status == httpx.codes.NOT_MODIFIED


@dataclass(frozen=True, slots=True)
class Refused:
    """Sending the same again would be refused again."""

    status: int
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Later:
    """No network, or a server that asks for patience; `retry_after` when it named a time."""

    retry_after: timedelta | None = None


Answer = Done | Refused | Later


def classify(response: httpx.Response, *, binary: bool = False) -> Answer:
    """`binary`: the body is a photo, not JSON. What doesn't speak our language is not our server: later."""
    if response.status_code in _LATER or response.status_code >= 500:
        return Later(_retry_after(response))
    if response.status_code == httpx.codes.NOT_MODIFIED:
        return Done(response.status_code, etag=response.headers.get("etag", ""))
    if response.is_success:
        return _done(response, binary)
    return _refused(response)


def _done(response: httpx.Response, binary: bool) -> Answer:
    etag = response.headers.get("etag", "")
    if binary:
        is_photo = response.headers.get("content-type", "").startswith("image/")
        return Done(response.status_code, etag=etag, content=response.content) if is_photo else Later()
    if not response.content:
        return Done(response.status_code, etag=etag)
    body = _json(response)
    # A hotel's sign-in page answers 200 to everything.
    return Later() if body is None else Done(response.status_code, body, etag)


def _refused(response: httpx.Response) -> Answer:
    body = _json(response) or {}
    code = body.get("code") or _CODE_OF_STATUS.get(response.status_code, "")
    if not code or code in _LATER_CODES:
        return Later(_retry_after(response))
    return Refused(response.status_code, str(code), sentence(str(code), str(body.get("detail", ""))))


def sentence(code: str, detail: str = "") -> str:
    """One sentence a person understands: ours for the code, or the server's own for a code from a newer server."""
    known = code in Code.__members__.values()
    if known:
        return say(SENTENCES[Code(code)])
    return detail or say(SENTENCES[Code.INVALID])


def _retry_after(response: httpx.Response) -> timedelta | None:
    seconds = response.headers.get("retry-after", "")
    return timedelta(seconds=int(seconds)) if seconds.isdecimal() else None


def _json(response: httpx.Response) -> Body | None:
    try:
        body = response.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        return None
    return body if isinstance(body, dict) else None
