"""One request through the whole server as it really arrives: in pieces, with or without an announced length."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from asgiref.sync import async_to_sync

from server.project.asgi import application


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    content: bytes

    def problem(self) -> tuple[int, str]:
        assert self.headers["content-type"] == "application/problem+json", (self.status, self.content[:200])
        return self.status, json.loads(self.content)["code"]


def ask(
    method: str, path: str, *, token: str | None = None, pieces: Iterable[bytes] = (b"",), query: bytes = b"",
    announced: int | None = None, **headers: str,
) -> Answer:  # fmt: skip
    """Headers are given as keywords: `Content_Type="text/plain"`."""
    named = {"host": "localhost", "content-type": "application/json"}
    named |= {name.replace("_", "-").lower(): value for name, value in headers.items()}
    named |= {"x-session-token": token} if token else {}
    named |= {"content-length": str(announced)} if announced is not None else {}
    call = _Call(iter(pieces))
    scope = {
        "type": "http", "method": method, "path": path, "query_string": query, "scheme": "http",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in named.items()],
    }  # fmt: skip
    async_to_sync(application)(scope, call.receive, call.send)
    start, *rest = call.sent
    content = b"".join(message.get("body", b"") for message in rest)
    told = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], told, content)


class _Call:
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._answered = asyncio.Event()
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        await asyncio.sleep(0)  # a network gives others their turn
        piece = None if self._answered.is_set() else next(self._pieces, None)
        if piece is None:
            await self._answered.wait()
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": bool(piece)}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self._answered.set()
