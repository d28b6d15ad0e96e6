"""Posting the check-in of one habit day."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mobile.later import later
from mobile.store import instants, kv, outbox, own, photos
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared import limits
from shared.acceptance import judge_check_in
from shared.codes import Code, Refused
from shared.ids import uuid7

FLIPBOOK = kv.FLIPBOOK
_prepare_photo = later("mobile.device.photo_prep", "prepare_photo")


@dataclass(frozen=True, slots=True)
class Picked:
    """A photo made ready (upright, small, stripped); its file already lies in the photos folder."""

    id: str
    source: str
    """"camera" or "library"."""
    at: datetime
    """When it was taken here, or chosen."""


def pick_photo(store: Store, *, path: Path, source: str, now: datetime) -> Picked:
    """Prepare a photo for posting. Raises Refused with a photo code; then nothing is kept."""
    photo_id = str(uuid7())
    _prepare_photo(path, photos.path_of(store, photo_id))
    return Picked(photo_id, source, now)


def forget_picked(store: Store, picked: Picked) -> None:
    """The person chose another one; this file was never part of a check-in."""
    photos.path_of(store, picked.id).unlink(missing_ok=True)


def check_in(
    store: Store,
    *,
    habit_id: str,
    day: date,
    now: datetime,
    zone: str,
    captured_at: datetime | None = None,
    picked: Picked | None = None,
    caption: str | None = None,
    amount: str | None = None,
) -> None:
    """Post `day`; it is on every screen at once and reaches the server when it can.

    Day, zone and `captured_at` (the tap, unless the photo was taken earlier) are fixed here for good. Raises Refused
    (day_closed, day_in_future, not_found) exactly as the server would, so that nothing hopeless is promised.
    Without a caption, words already given for this day stay.
    """
    at = captured_at or now
    with store.write() as db:
        mine = own.read(db, days_of=habit_id)
        habit = mine.habit(habit_id)
        if habit is None:
            raise Refused(Code.NOT_FOUND)
        grace = mine.grace
        judge_check_in(clock=mine.clock, day=day, captured_at=at, sent_at=now, received_at=now, zone=zone, grace=grace)
        target = {"habit": habit_id, "date": day.isoformat()}
        if picked is not None:
            _add_photo(db, picked, target, habit["title"], now)
        body = {
            "captured_at": instants.to_text(at),
            "zone": zone,
            "caption": _words(caption, mine.days(habit_id).get(day.isoformat())),
            "amount": amount,
            "source": picked.source if picked else "none",
            "photos": [picked.id] if picked else [],
        }
        outbox.add(db, kind=Kind.DAY, target=target, body=body, title=habit["title"], at=now)
        if picked is not None:
            kv.put(db, FLIPBOOK, f"{habit_id}/{day.isoformat()}")


def _words(caption: str | None, posted: Body | None) -> str:
    if caption is None:
        return str(posted["caption"]) if posted else ""
    return caption.strip()[: limits.CAPTION_MAX]


def _add_photo(db: sqlite3.Connection, picked: Picked, target: dict[str, str], title: str, now: datetime) -> None:
    """The photo goes ahead of its day, so that the day finds it there."""
    photos.add(db, photo_id=picked.id, habit=target["habit"], date=target["date"], source=picked.source)
    outbox.add(
        db, kind=Kind.PHOTO, target=target | {"photo": picked.id}, body={"source": picked.source}, title=title, at=now
    )
