"""Asking for exports and reading what comes, in tests."""

import asyncio
import io
import json
import zipfile
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync

from server.leaving.tasks import do_due_work
from shared import ids
from tests.server.cast import Door


def ask(door: Door) -> UUID:
    """The id of an export that is ready."""
    export = ids.uuid7()
    asked = door.put(f"/exports/{export}")
    assert asked.status_code == 201, asked.content
    do_due_work()
    return export


def whole(answer: Any) -> bytes:
    """What was streamed, in one piece."""
    return b"".join(answer.streaming_content)


def unpacked(door: Door, export: UUID | str) -> dict[str, bytes]:
    """The files of an export by name."""
    with zipfile.ZipFile(io.BytesIO(whole(door.get(f"/exports/{export}/file")))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def data(files: dict[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(files["data.json"]))


def read_asgi(application: Any, path: str, token: str) -> tuple[int, list[bytes]]:
    """A GET through the whole asynchronous server: the status and the pieces as they were sent."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"",
        "headers": [(b"x-session-token", token.encode()), (b"host", b"testserver")],
    }  # fmt: skip
    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])
    answered = asyncio.Event()

    async def receive() -> dict[str, Any]:
        if (message := next(asked, None)) is None:
            await answered.wait()
        return message or {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            answered.set()

    async_to_sync(application)(scope, receive, send)
    return sent[0]["status"], [message["body"] for message in sent[1:] if message.get("body")]
