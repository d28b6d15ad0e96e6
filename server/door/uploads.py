"""A photo chosen in a browser, taken in by the same pipeline as one a phone sends."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from server.habits.services.photos import receive_photo
from server.media.uploads import CHUNK
from server.people.models import Person

WAYS = ("camera", "library")
"""Names of the two fields: a photo is taken now, or chosen. Who says so is believed, as on the phone."""


def chosen(request: HttpRequest) -> tuple[UploadedFile | None, str]:
    """The file, and which way it came; none was chosen: nothing, and "none"."""
    for way in WAYS:
        file = request.FILES.get(way)
        if isinstance(file, UploadedFile) and file.size:
            return file, way
    return None, "none"


def take_in(file: UploadedFile, *, owner: Person, photo_id: UUID, source: str, now: datetime) -> None:
    """Raises Refused, as receiving a photo does."""
    receive_photo(
        owner=owner, photo_id=photo_id, stream=file, length=file.size, sha256=_digest(file), source=source, now=now
    )


def _digest(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks(CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
