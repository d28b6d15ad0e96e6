"""Networks between a phone and the server: a good one, one that drops a chosen request, one that is switched off."""

from dataclasses import dataclass, field
from enum import Enum, auto

import httpx
from django.core.wsgi import get_wsgi_application


class Drop(Enum):
    """How a request can be lost."""

    BEFORE = auto()
    """It never reached the server. Any request can be lost so."""
    AFTER = auto()
    """The server did it; the answer was lost. Told of writes only: a lost reading is the same either way."""
    TWICE = auto()
    """It arrived twice; the phone hears the second answer. Told of writes only."""


@dataclass
class Network(httpx.BaseTransport):
    """Carries requests to the real server, unless told otherwise the one in this process. Counts them, and loses the
    ones it is told to. `heard` are the answers: method, path, status.
    """

    up: bool = True
    drop_at: int | None = None
    drop: Drop = Drop.BEFORE
    carried: int = 0
    writes: int = 0
    log: list[str] = field(default_factory=list)
    heard: list[tuple[str, str, int]] = field(default_factory=list)
    server: httpx.BaseTransport = field(default_factory=lambda: httpx.WSGITransport(app=get_wsgi_application()))

    @property
    def lost(self) -> list[str]:
        return [line for line in self.log if line.endswith("(lost)")]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self.up:
            raise httpx.ConnectError("no network", request=request)
        self.carried += 1
        self.writes += request.method != "GET"
        lost = self._turn(request) == self.drop_at
        self.log.append(f"{request.method} {request.url.path}{' (lost)' if lost else ''}")
        return self._lose(request) if lost else self._carry(request)

    def _turn(self, request: httpx.Request) -> int | None:
        """The number by which `drop_at` means this request."""
        if self.drop is Drop.BEFORE:
            return self.carried
        return self.writes if request.method != "GET" else None

    def _lose(self, request: httpx.Request) -> httpx.Response:
        if self.drop is Drop.BEFORE:
            raise httpx.ConnectError("the network dropped", request=request)
        answer = self._carry(request)
        if self.drop is Drop.TWICE:
            return self._carry(request)
        raise httpx.ReadTimeout(f"the answer {answer.status_code} was lost", request=request)

    def _carry(self, request: httpx.Request) -> httpx.Response:
        request.headers["Host"] = "testserver"
        response = self.server.handle_request(request)
        response.read()
        self.heard.append((request.method, request.url.path, response.status_code))
        return response
