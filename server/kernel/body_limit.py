"""A bound on what a request may send, kept before Django sees it.

Django's ASGI handler stores the whole body in a temporary file before any view runs, so a view's own bound would come
too late for the disk.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Receive, Send], Awaitable[None]]


class BodyLimit:
    """Cuts a body one byte past its limit, and leaves one that announces more unread.

    The view then sees that it is too long and refuses it in its own words. `longer` gives path prefixes a limit of
    their own; limits are in bytes.
    """

    def __init__(self, app: App, *, limit: int, longer: Mapping[str, int]) -> None:
        self._app = app
        self._limit = limit
        self._longer = longer

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            limit = self._limit_of(scope["path"])
            receive = _cut(receive, 0 if _announced(scope) > limit else limit + 1)
        await self._app(scope, receive, send)

    def _limit_of(self, path: str) -> int:
        return next((limit for prefix, limit in self._longer.items() if path.startswith(prefix)), self._limit)


def _announced(scope: Any) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"")
    return int(length) if length.isdigit() else 0


def _cut(receive: Receive, room: int) -> Receive:
    """The first `room` bytes of the body; what follows is dropped as it arrives, and only a disconnect is passed on."""
    more_body = True

    async def cut() -> Message:
        nonlocal room, more_body
        if room == 0 and more_body:
            more_body = False
            return {"type": "http.request", "body": b"", "more_body": False}
        message = await receive()
        while message["type"] == "http.request" and not more_body:
            message = await receive()
        if message["type"] != "http.request":
            return message
        body = message.get("body", b"")[:room]
        room -= len(body)
        more_body = bool(message.get("more_body", False)) and room > 0
        return {"type": "http.request", "body": body, "more_body": more_body}

    return cut
