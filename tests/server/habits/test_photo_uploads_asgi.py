"""Uploads through the whole server as they really arrive: in pieces, with or without an announced length."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings

from server.media.models import Photo
from server.people.models import Person
from server.project.asgi import application
from shared import ids, limits
from tests.server import images
from tests.server.cast import sign_in

MB = 1024 * 1024
pytestmark = pytest.mark.django_db(transaction=True)


class Upload:
    """One PUT of a photo; remembers how many bytes the server took before it answered."""

    def __init__(self, token: str, pieces: Iterable[bytes], sha256: str, length: int | None) -> None:
        self._pieces: Iterator[bytes] = iter(pieces)
        self.photo_id: UUID = ids.uuid7()
        self.taken = 0
        self._gone = False
        self._answer: list[dict[str, Any]] = []
        self._answered = asyncio.Event()
        headers = {"x-session-token": token, "x-content-sha256": sha256, "host": "testserver"}
        if length is not None:
            headers["content-length"] = str(length)
        self._scope = {
            "type": "http", "method": "PUT", "path": f"/api/v1/photos/{self.photo_id}", "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }  # fmt: skip

    def run(self) -> tuple[int, dict[str, Any]]:
        async_to_sync(application)(self._scope, self._receive, self._send)
        body = b"".join(message.get("body", b"") for message in self._answer)
        return self._answer[0]["status"], json.loads(body)

    def leave(self) -> list[dict[str, Any]]:
        """The phone is gone as soon as it has sent its pieces; what the server still said to nobody."""
        self._answered.set()
        self._gone = True
        async_to_sync(application)(self._scope, self._receive, self._send)
        return self._answer

    async def _receive(self) -> dict[str, Any]:
        await asyncio.sleep(0)  # a network gives others their turn
        piece = None if self._answered.is_set() and not self._gone else next(self._pieces, None)
        if piece is None:
            await self._answered.wait()
            return {"type": "http.disconnect"}
        self.taken += len(piece)
        return {"type": "http.request", "body": piece, "more_body": bool(piece) or self._gone}

    async def _send(self, message: dict[str, Any]) -> None:
        self._answer.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self._answered.set()


def in_pieces(content: bytes) -> list[bytes]:
    return [content[at : at + 1000] for at in range(0, len(content), 1000)] + [b""]


def endless() -> Iterator[bytes]:
    while True:
        yield bytes(MB)


def files() -> set[Path]:
    return {path for path in Path(settings.PHOTO_ROOT).rglob("*") if path.is_file()}


@pytest.mark.parametrize("announced", [True, False])
def test_a_photo_in_pieces_arrives_whole(ana: Person, announced: bool) -> None:
    content = images.jpeg((1600, 1200))
    length = len(content) if announced else None
    status, answer = Upload(sign_in(ana), in_pieces(content), images.digest(content), length).run()
    assert (status, answer["state"]) == (200, "ready")


def test_fifty_announced_megabytes_are_not_taken_before_the_answer(ana: Person) -> None:
    upload = Upload(sign_in(ana), endless(), "0" * 64, 50 * MB)
    status, answer = upload.run()
    assert (status, answer["code"]) == (413, "photo_too_large")
    assert Photo.objects.get(id=upload.photo_id).code == "photo_too_large"


def test_what_never_ends_is_refused_at_the_bound(ana: Person) -> None:
    upload = Upload(sign_in(ana), endless(), "0" * 64, None)
    status, answer = upload.run()
    assert (status, answer["code"]) == (413, "photo_too_large")
    assert Photo.objects.get(id=upload.photo_id).code == "photo_too_large"


def test_a_photo_at_the_bound_is_looked_at(ana: Person) -> None:
    content = b"\x00" * limits.PHOTO_BYTES_MAX
    upload = Upload(sign_in(ana), [content, b""], images.digest(content), len(content))
    status, answer = upload.run()
    assert (status, answer["code"]) == (422, "photo_not_an_image")
    assert upload.taken == limits.PHOTO_BYTES_MAX


# Cut off on the way


@pytest.mark.parametrize("announced", [True, False])
def test_a_phone_that_goes_away_midway_leaves_no_trace(ana: Person, announced: bool) -> None:
    content, before = images.jpeg((1600, 1200)), files()
    upload = Upload(sign_in(ana), in_pieces(content)[:3], images.digest(content), len(content) if announced else None)
    assert upload.leave() == []
    assert not Photo.objects.exists()
    assert files() == before


@pytest.mark.parametrize("announced", [1.5, 0.5])
def test_an_announced_length_that_is_wrong_changes_nothing(ana: Person, announced: float) -> None:
    content = images.jpeg((1600, 1200))
    length = int(len(content) * announced)
    status, answer = Upload(sign_in(ana), in_pieces(content), images.digest(content), length).run()
    assert (status, answer["state"]) == (200, "ready"), "the digest says what was meant"


def test_bytes_that_stop_early_are_asked_for_again(ana: Person) -> None:
    content, before = images.jpeg((1600, 1200)), files()
    cut = [*in_pieces(content)[:3], b""]
    status, answer = Upload(sign_in(ana), cut, images.digest(content), len(content)).run()
    assert (status, answer["code"]) == (422, "photo_digest_mismatch")
    assert not Photo.objects.exists()
    assert files() == before
    assert Upload(sign_in(ana), in_pieces(content), images.digest(content), len(content)).run()[0] == 200
