"""A bound on how long a request's body may take, kept before Django sees it.

Django's ASGI handler waits for the whole body before any view runs; a caller who sends a byte now and then would hold a
connection, and a temporary file, for ever.
"""

import asyncio
from typing import Any

import orjson

from server.kernel.body_limit import App, Message, Receive, Send
from server.kernel.problems import CONTENT_TYPE, describe_problem
from shared.codes import Code

TIMEOUT = 408


class TooSlowError(Exception):
    """The body did not arrive in its time."""


class Patience:
    """Waits `start` seconds for a body, and one second more for every `pace` bytes of it; then answers 408: later."""

    def __init__(self, app: App, *, start: float, pace: int) -> None:
        self._app = app
        self._start = start
        self._pace = pace

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            await self._app(scope, self._hurried(receive), send)
        except TooSlowError:
            await _answer_later(send)

    def _hurried(self, receive: Receive) -> Receive:
        """The same messages until the body is whole; from then on it only listens for the caller hanging up."""
        deadline = asyncio.get_running_loop().time() + self._start
        more_body = True

        async def hurried() -> Message:
            nonlocal deadline, more_body
            if not more_body:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError as error:
                raise TooSlowError from error
            deadline += len(message.get("body", b"")) / self._pace
            more_body = bool(message.get("more_body", False))
            return message

        return hurried


async def _answer_later(send: Send) -> None:
    body = orjson.dumps(describe_problem(Code.UNAVAILABLE, status=TIMEOUT))
    length = str(len(body)).encode()
    headers = [(b"content-type", CONTENT_TYPE.encode()), (b"content-length", length), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": TIMEOUT, "headers": headers})
    await send({"type": "http.response.body", "body": body})
