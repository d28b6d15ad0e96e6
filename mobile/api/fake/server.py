"""The fake server's door: an httpx transport with switches for everything a network can do to a phone."""

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake import letters
from mobile.api.fake.asked import Asked
from mobile.api.fake.routes import ROUTES
from mobile.api.fake.world import World
from shared.codes import SENTENCES, Code, Refused

_STATUS = {
    Code.NOT_FOUND: 404, Code.NOT_AUTHENTICATED: 401, Code.RESYNC: 410, Code.INVITE_EXPIRED: 410, Code.INVALID: 400,
    Code.TERMS_TO_ACCEPT: 403, Code.EXPORT_RUNNING: 409, Code.OWN_INVITE: 409, Code.ALREADY_BACK: 409,
    Code.PHOTO_CONFLICT: 409, Code.WINDOW_CLOSED: 409, Code.MISS_STILL_OPEN: 409, Code.LETTER_NOT_HERE: 409,
    Code.LETTER_NOT_YET: 409, Code.LETTER_GONE: 409,
}  # fmt: skip


class FakeServer:
    """`offline`: nothing gets through. `lose_answers`: everything is done, and the phone never hears of it.

    `before` and `after` are called around every request (a test may raise there to end the phone's life).
    """

    def __init__(self) -> None:
        self.world = World()
        self.offline = False
        self.lose_answers = False
        self.busy_seconds: int | None = None
        self.refuse_photos: str | None = None
        """A photo code: every photo sent from now on is refused for good."""
        self.fresh_token = ""  # nosec B105  # none yet
        """Handed out with the next JSON answers, as a server does that renews its sessions."""
        self.requests: list[str] = []
        self.before: Callable[[str], None] = lambda _request: None
        self.after: Callable[[str], None] = lambda _request: None
        self.transport = httpx.MockTransport(self._handle)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        name = f"{request.method} {request.url.path}"
        self.before(name)
        if self.offline:
            raise httpx.ConnectError("no network", request=request)
        self.requests.append(name)
        if self.busy_seconds is not None and request.method != "GET":
            return _problem(429, Code.TOO_MANY, {"Retry-After": str(self.busy_seconds)})
        response = self._answer(request)
        self.after(name)
        if self.lose_answers:
            raise httpx.ReadTimeout("the answer was lost", request=request)
        return response

    def _answer(self, request: httpx.Request) -> httpx.Response:
        try:
            letters.follow(self.world)
            answer = self._route(request)
            letters.follow(self.world)
        except Refused as refused:
            return _problem(_STATUS.get(refused.code, 422), refused.code)
        if isinstance(answer, httpx.Response):
            return answer
        if self.fresh_token and isinstance(answer, dict):
            answer = answer | {"meta": {"session_token": self.fresh_token}}
        return _with_etag(request, answer)

    def _route(self, request: httpx.Request) -> Any:
        for method, pattern, serve in ROUTES:
            found = re.fullmatch(pattern, request.url.path)
            if found and method == request.method:
                return serve(self._asked(request, found.groups()))
        raise Refused(Code.NOT_FOUND)

    def _asked(self, request: httpx.Request, names: tuple[str, ...]) -> Asked:
        person = self.world.tokens.get(request.headers.get("X-Session-Token", ""), "")
        is_auth = request.url.path.startswith("/api/auth/")
        is_open = is_auth or request.url.path.startswith("/legal/") or request.url.path == "/api/v1/about"
        if not person and not is_open:
            raise Refused(Code.NOT_AUTHENTICATED)
        if person and not is_auth and request.method != "GET" and not request.url.path.endswith("/me/terms"):
            self._check_terms(person)
        if "/photos/" in request.url.path and request.method == "PUT":
            self._maybe_refuse_photo(names[0])
            return Asked(self.world, person, names, {}, {}, request.content)
        body = json.loads(request.content) if request.content else {}
        token = request.headers.get("X-Session-Token", "")
        return Asked(self.world, token if is_auth else person, names, body, dict(request.url.params), b"", token)

    def _check_terms(self, person: str) -> None:
        if self.world.accepted[person] < self.world.terms_version:
            raise Refused(Code.TERMS_TO_ACCEPT)

    def _maybe_refuse_photo(self, photo: str) -> None:
        if self.refuse_photos is not None:
            self.world.photos[photo] = self.refuse_photos
            raise Refused(self.refuse_photos)


def _problem(status: int, code: Code, headers: dict[str, str] | None = None) -> httpx.Response:
    body = {"type": "about:blank", "title": code.value, "status": status, "detail": SENTENCES[code], "code": code.value}
    headers = {"Content-Type": "application/problem+json"} | (headers or {})
    return httpx.Response(status, headers=headers, content=json.dumps(body))


def _with_etag(request: httpx.Request, answer: Any) -> httpx.Response:
    if answer is None:
        return httpx.Response(204)
    content = json.dumps(answer).encode()
    etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    if request.method == "GET" and request.headers.get("If-None-Match") == etag:
        return httpx.Response(304, headers={"ETag": etag})
    return httpx.Response(200, headers={"ETag": etag, "Content-Type": "application/json"}, content=content)
