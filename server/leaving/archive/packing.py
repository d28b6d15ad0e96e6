"""Writes a person's package row by row and photo by photo, so that a life of any length fits into little memory."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO

import orjson

from server.habits.exporting import photo_names
from server.leaving.archive.contents import VERSION, sections
from server.leaving.archive.sheets import write_sheet
from server.leaving.archive.values import plain
from server.media.exporting import count_own_photos, own_photos
from server.media.selectors import open_rendition
from server.media.storage import SIZES
from server.people.models import Person
from shared.codes import Code, Refused

Seen = Callable[[int], None]
"""Told after each step how many percent are packed; may raise to stop."""
WORDS, PHOTOS = 25, 99
"""Percent when all rows are written, and when all photos are."""
README = (Path(__file__).parent / "readme.txt").read_text()


def pack(file: BinaryIO, person: Person, *, now: datetime, seen: Seen) -> None:
    """Write everything of this person's as it is at `now` into an open file."""
    with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
        with _member(archive, "README.txt", now) as member:
            member.write(README.format(name=person.name, day=now.date(), version=VERSION).encode())
        with _member(archive, "data.json", now) as member:
            _write_json(member, person, now, seen)
        for section in sections(now):
            if section.table:
                with _member(archive, f"{section.name}.csv", now) as member:
                    write_sheet(member, _watched(section.rows(person), WORDS - 1, seen))
        _write_photos(archive, person, now, seen)


def _member(archive: zipfile.ZipFile, name: str, now: datetime, *, packed: bool = False) -> IO[bytes]:
    info = zipfile.ZipInfo(name, date_time=now.timetuple()[:6])
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return archive.open(info, "w", force_zip64=not packed)


def _write_json(file: IO[bytes], person: Person, now: datetime, seen: Seen) -> None:
    head = {"format": "kith-export", "version": VERSION, "made_at": plain(now)}
    file.write(orjson.dumps(head)[:-1])
    listed = sections(now)
    for done, section in enumerate(listed, start=1):
        percent = WORDS * done // (len(listed) + 1)
        file.write(b',\n"' + section.name.encode() + b'": [')
        for number, row in enumerate(_watched(section.rows(person), percent, seen)):
            file.write((b",\n  " if number else b"\n  ") + _row(row))
        file.write(b"]")
    file.write(b"\n}\n")


def _row(row: Mapping[str, Any]) -> bytes:
    return orjson.dumps(row, default=plain, option=orjson.OPT_PASSTHROUGH_DATETIME)


def _watched(rows: Iterable[Mapping[str, Any]], percent: int, seen: Seen) -> Iterator[Mapping[str, Any]]:
    for row in rows:
        seen(percent)
        yield row


def _write_photos(archive: zipfile.ZipFile, person: Person, now: datetime, seen: Seen) -> None:
    total, done = count_own_photos(person), 0
    for batch in own_photos(person):
        names = photo_names(batch)
        for photo in batch:
            done += 1
            seen(min(WORDS + (PHOTOS - WORDS) * done // max(total, 1), PHOTOS))
            try:
                content = open_rendition(photo, SIZES[0]).read()
            except Refused as refused:
                if refused.code != Code.NOT_FOUND:
                    raise
                continue  # deleted by its owner while the package was made
            with _member(archive, names[photo.id], photo.created_at, packed=True) as member:
                member.write(content)
