"""The seed's way in: the same HTTP API everybody uses, called inside this process."""

import hashlib
import json
import threading
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any
from uuid import UUID

from django.test import Client
from PIL import Image

from server.people.models import Person
from server.people.sessions import open_session
from shared.codes import Code

BUSY_TRIES, BUSY_SECONDS = 30, 2.0
"""How often a photo is offered to a busy machine, and how long after one another."""


class Door:
    """One demo person, signed in."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._client = Client(headers={"X-Session-Token": open_session(person)}, SERVER_NAME="127.0.0.1")

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Call the API and answer its JSON. A refusal is a mistake in the seed and stops it."""
        response = self._client.generic(method, f"/api/v1{path}", data=_json(body), content_type="application/json")
        return _checked(response, method, path)

    def send_photo(self, photo_id: UUID, picture: Image.Image, *, stopping: threading.Event) -> bool:
        """Upload a drawn picture under an id some check-in already names; answers whether it arrived.

        A machine that has no place for it now is asked once more a little later, as a phone would, so many times or
        until `stopping` is set.
        """
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=88)
        for _ in range(BUSY_TRIES):
            if self._put_photo(f"/photos/{photo_id}?source=camera", buffer.getvalue()):
                return True
            if stopping.wait(BUSY_SECONDS):
                break
        return False

    def _put_photo(self, path: str, data: bytes) -> bool:
        """False: the machine is busy."""
        response = self._client.generic(
            "PUT", f"/api/v1{path}", data=data, content_type="image/jpeg",
            headers={"X-Content-SHA256": hashlib.sha256(data).hexdigest()},
        )  # fmt: skip
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS and response.json()["code"] == Code.PHOTO_BUSY:
            return False
        _checked(response, "PUT", path)
        return True


def instant(moment: datetime) -> str:
    """An instant as the API writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _json(body: dict[str, Any] | None) -> bytes:
    return b"" if body is None else json.dumps(body).encode()


def _checked(response: Any, method: str, path: str) -> dict[str, Any]:
    if response.status_code >= 400:
        raise RuntimeError(f"{method} {path}: {response.status_code} {response.content.decode()[:300]}")
    return dict(response.json()) if response.content else {}
