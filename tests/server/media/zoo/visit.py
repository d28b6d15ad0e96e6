"""One animal sent through the API as a phone would send it, and what came of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from server.media.models import Photo
from server.media.renderings import SIZES
from shared import ids
from tests.server import world
from tests.server.cast import Door
from tests.server.media.zoo.animal import READY

TODAY = date(2026, 3, 2)
OVERHEAD = 0x3E
"""The flags of an extended WebP that announce animation, XMP, EXIF, transparency or a profile."""


@dataclass(frozen=True, slots=True)
class Visit:
    photo_id: str
    status: int
    answer: dict[str, Any]

    @property
    def fate(self) -> str:
        """`ready`, or the code of the refusal."""
        return str(self.answer["state"] if self.status == 200 else self.answer["code"])

    def files(self) -> list[str]:
        """The ends of the names of what lies in the private folder for this photo."""
        found = Path(settings.PHOTO_ROOT).rglob(f"*{self.photo_id.replace('-', '')}*")
        return sorted(path.name.rpartition("-")[2] for path in found)


def visit(door: Door, content: bytes) -> Visit:
    photo_id = str(ids.uuid7())
    response = world.put_photo(door, content, photo_id=photo_id)
    return Visit(photo_id, response.status_code, response.json())


def served(door: Door, habit: str, photo_id: str) -> list[bytes]:
    """The bytes of every size, as the API gives them while the photo hangs on a day."""
    slots = world.check_in(door, habit, TODAY, photos=[photo_id]).json()["photos"]
    address = f"/habits/{habit}/days/{TODAY}/photos/{slots[-1]['n']}"
    answers = [door.get(f"{address}/{size}") for size in SIZES]
    assert slots[-1]["photo"] == photo_id
    assert {answer.status_code for answer in answers} == {200}
    # A day holds eight; the next animal needs the place.
    assert door.delete(address).status_code == 200
    return [answer.content for answer in answers]


def stored(photo_id: str) -> tuple[str, str]:
    """State and code in the row."""
    return Photo.objects.values_list("state", "code").get(id=photo_id)


def is_kept_whole(found: Visit) -> bool:
    """A ready photo has exactly its renditions, a refused one no file; both have a row that says the same."""
    if found.fate == READY:
        return found.files() == sorted(f"{size}.webp" for size in SIZES) and stored(found.photo_id) == (READY, "")
    return found.files() == [] and stored(found.photo_id) == ("refused", found.fate)


def foreign_parts(webp: bytes) -> list[str]:
    """What is in a WebP besides pixels: chunks of other names, flags that announce them, bytes behind its end."""
    told = int.from_bytes(webp[4:8], "little") + 8
    parts = [] if (webp[:4], webp[8:12], told) == (b"RIFF", b"WEBP", len(webp)) else ["not one RIFF"]
    at = 12
    while at < len(webp):
        name, length = webp[at : at + 4], int.from_bytes(webp[at + 4 : at + 8], "little")
        if name == b"VP8X" and webp[at + 8] & OVERHEAD:
            parts.append(f"flags {webp[at + 8]:#x}")
        elif name not in (b"VP8 ", b"VP8L", b"VP8X"):
            parts.append(name.decode("latin-1"))
        at += 8 + length + length % 2
    return parts if at == len(webp) else [*parts, "bytes behind the last chunk"]
