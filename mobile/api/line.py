"""The line to a server: a request goes out with the session token and comes back as done, refused or later."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

from mobile.api.answers import Answer, Body, Later, classify
from mobile.api.http import httpx
from shared.languages import spoken

TOKEN = "session_token"  # nosec B105  # noqa: S105 (the name it is kept under, not a token)
TIMEOUT, CONNECT = 20.0, 5.0
"""Seconds a request may take, and those of them until somebody answers at all."""
PREFIX = "/api/v1"


class Secrets(Protocol):
    """Where the session token is kept."""

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, value: str) -> None: ...

    def forget(self, name: str) -> None: ...


class Line:
    """`sent_at` reads the phone's clock as the API writes instants; `base_url` may change (another server).

    `device` is how this phone stands in the list of signed-in devices.
    """

    def __init__(
        self,
        *,
        base_url: str,
        secrets: Secrets,
        sent_at: Callable[[], str],
        device: str = "Kith",
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._secrets = secrets
        self._sent_at = sent_at
        self._base_url, self._device, self._transport = base_url, device, transport

    @cached_property
    def _http(self) -> httpx.Client:
        """Made for the first request: reading certificates takes as long as drawing a screen."""
        return httpx.Client(
            base_url=self._base_url, timeout=httpx.Timeout(TIMEOUT, connect=CONNECT), transport=self._transport,
            headers={"User-Agent": self._device},
        )  # fmt: skip

    @property
    def base_url(self) -> str:
        return self._base_url.rstrip("/")

    def use_server(self, url: str) -> None:
        self._http.base_url = httpx.URL(url)
        self._base_url = str(self._http.base_url)

    def close(self) -> None:
        if "_http" in self.__dict__:
            self._http.close()

    @property
    def token(self) -> str:
        """Empty while nobody is signed in."""
        return self._secrets.get(TOKEN) or ""

    @property
    def has_token(self) -> bool:
        return bool(self.token)

    def forget_token(self) -> None:
        self._secrets.forget(TOKEN)

    def send(self, request: httpx.Request, *, binary: bool = False) -> Answer:
        """With the session token, in the language spoken here. A new token is kept whenever one is handed out."""
        request.headers["Accept-Language"] = spoken()
        token = self._secrets.get(TOKEN)
        if token:
            request.headers["X-Session-Token"] = token
        try:
            response = self._http.send(request)
        except httpx.TransportError:
            return Later()
        answer = classify(response, binary=binary)
        self._keep_token(response)
        return answer

    def _keep_token(self, response: httpx.Response) -> None:
        if b"session_token" not in response.content[:4096] and b"session_token" not in response.content[-4096:]:
            return
        try:
            token = response.json()["meta"]["session_token"]
        except (ValueError, KeyError, TypeError):
            return
        if token:
            self._secrets.put(TOKEN, str(token))

    def _call(self, method: str, path: str, body: Body | None = None, **params: str) -> Answer:
        return self.send(self._http.build_request(method, PREFIX + path, json=body, params=params or None))

    def _get(self, path: str, etag: str = "", **params: str) -> Answer:
        headers = {"If-None-Match": etag} if etag else {}
        return self.send(self._http.build_request("GET", PREFIX + path, headers=headers, params=params or None))
