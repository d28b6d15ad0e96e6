"""Photos as the screens want them: a file on this phone, or a place that waits for its bytes."""

import sqlite3
from datetime import date

from mobile.actions.faces import removed
from mobile.presenters import copy
from mobile.presenters.reading import Reading, shown_slot
from mobile.presenters.views import PhotoView
from mobile.store import cache, instants, photos
from mobile.store.database import Body, Store
from shared.seasons import Season

FLIPBOOK = 7


def own_path(store: Store, check_in: Body, slot: Body) -> str | None:
    """Taken on this phone, or fetched; None while neither."""
    if slot["photo"]:
        taken = photos.path_of(store, slot["photo"])
        if taken.exists():
            return str(taken)
    return cached_path(store, check_in["habit"], check_in["date"], slot["n"])


def cached_path(store: Store, habit: str, day: str, n: int) -> str | None:
    path = cache.path_of(store, cache.key_of(habit, day, n))
    return str(path) if path.exists() else None


def own_photo(store: Store, reading: Reading, check_in: Body) -> PhotoView | None:
    """The photo of one of my days, with its number and words; None when that day has none to show."""
    slot = shown_slot(check_in)
    if slot is None:
        return None
    day, zone = date.fromisoformat(check_in["date"]), reading.history.clock.changes[-1].zone
    part = copy.part_of_day(instants.from_text(check_in["captured_at"]), zone)
    return PhotoView(
        path=own_path(store, check_in, slot),
        label=copy.day_label(reading.number_of(check_in["date"])),
        caption=words(check_in, reading.schedule.unit),
        when=copy.when(day, reading.today, part, check_in["source"]),
    )


def faces(store: Store, db: sqlite3.Connection, reading: Reading) -> dict[str, str]:
    """Person -> the picture they answered today with, where its bytes are here and I have not taken it away."""
    habit, day = reading.habit["id"], reading.today.isoformat()
    gone = removed(db, habit, day)
    found = {
        member.id: cache.path_of(store, cache.face_key(habit, day, member.id, member.picture))
        for member in reading.crowd
        if member.picture and member.id not in gone
    }
    if reading.miss is not None:
        cheers = {member.id: member.cheering for member in reading.crowd if member.cheering}
        found |= {person: cache.path_of(store, cache.sent_key(picture)) for person, picture in cheers.items()}
    return {person: str(path) for person, path in found.items() if path.exists()}


def sent_face(store: Store, picture: str | None) -> str | None:
    """The face in a cheer or a nudge, once its bytes are here."""
    path = cache.path_of(store, cache.sent_key(picture)) if picture else None
    return str(path) if path and path.exists() else None


def words(check_in: Body, unit: str) -> str:
    """Amount and caption in one line: "5.2 km, no stops"."""
    parts = (copy.amount(check_in["amount"], unit), check_in["caption"])
    return ", ".join(part for part in parts if part)


def flipbook(store: Store, reading: Reading) -> tuple[str, ...]:
    """The last seven photos that lie here, oldest first, ending in today's; empty when today has none."""
    shown = reading.photo_days()
    if not shown or shown[-1]["date"] != reading.today.isoformat():
        return ()
    slots = [(body, shown_slot(body)) for body in shown[-FLIPBOOK:]]
    paths = [own_path(store, body, slot) for body, slot in slots if slot is not None]
    return tuple(path for path in paths if path is not None)


def season(store: Store, reading: Reading, season: Season) -> list[PhotoView]:
    """The photos of a season's days, oldest first."""
    first, last = season.first.isoformat(), season.last.isoformat()
    shown = [body for body in reading.photo_days() if first <= body["date"] <= last]
    views = (own_photo(store, reading, body) for body in shown)
    return [view for view in views if view is not None]


def first_photo(store: Store, reading: Reading, before: str) -> PhotoView | None:
    """Of my day 1, unless the day it would stand beside (an ISO date) is that one."""
    shown = reading.photo_days()
    return own_photo(store, reading, shown[0]) if shown and shown[0]["date"] != before else None


def last_photo(store: Store, reading: Reading, before: str = "") -> PhotoView | None:
    """The latest before today, or before another day (an ISO date)."""
    shown = [body for body in reading.photo_days() if body["date"] < (before or reading.today.isoformat())]
    return own_photo(store, reading, shown[-1]) if shown else None
