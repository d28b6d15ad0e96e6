"""What my days stand beside, whom I keep beside them, and starting beside a friend."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mobile.actions.habits import archive_habit
from mobile.device.clip_prep import prepare_clip
from mobile.device.photo_prep import prepare_photo
from mobile.device.protocols import ClipReader
from mobile.store import beside, kv, outbox, own, photos
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.ids import uuid7
from shared.plans import Frequency, Schedule

_NOBODYS: Body = {"version": "", "person": None, "habit": None, "title": "", "date": None, "n": None,
                  "day_number": None}  # fmt: skip


def pick_picture(store: Store, *, path: Path) -> list[str]:
    """One picture made ready, as the names of its files here. Raises Refused with a photo code."""
    photo_id = str(uuid7())
    prepare_photo(path, photos.path_of(store, photo_id))
    return [photo_id]


def pick_clip(store: Store, *, path: Path, videos: ClipReader | None) -> list[str]:
    """A clip taken apart, in order. Raises Refused with a photo code; then nothing is kept."""
    ids = [str(uuid7()) for _ in range(limits.ANCHOR_FRAMES_MAX)]
    count = prepare_clip(path, lambda n: photos.path_of(store, ids[n]), videos=videos)
    return ids[:count]


def stand_beside_own(store: Store, *, habit_id: str, kind: str, now: datetime) -> None:
    """My own day 1, or the day before: `kind` is DAY_ONE or YESTERDAY."""
    shown = None if kind == beside.DAY_ONE else {**_NOBODYS, "kind": kind, "frames": 1}
    _stand_beside(store, habit_id=habit_id, said={"kind": kind}, shown=shown, now=now)


def stand_beside_pictures(store: Store, *, habit_id: str, photo_ids: Sequence[str], now: datetime) -> None:
    """Pictures made ready before; they go ahead, so that the server finds them there."""
    ids = list(photo_ids)
    shown = {**_NOBODYS, "kind": beside.PICTURE, "frames": len(ids), "photos": ids}
    with store.write() as db:
        for photo_id in ids:
            photos.add(db, photo_id=photo_id, habit=habit_id, date="", source="library")
            target = {"habit": habit_id, "date": "", "photo": photo_id}
            title = (own.read(db).habit(habit_id) or {}).get("title", "")
            outbox.add(db, kind=Kind.PHOTO, target=target, body={"source": "library"}, title=title, at=now)
        _stand_beside(
            store, habit_id=habit_id, said={"kind": beside.PICTURE, "photos": ids}, shown=shown, now=now
        )  # fmt: skip


def stand_beside_day(store: Store, *, habit_id: str, shown: Body, now: datetime) -> None:
    """A check-in, mine or a friend's. `shown` names it as the server does: person, habit, title, date, n, number."""
    said = {"kind": beside.CHECK_IN, "habit": shown["habit"], "date": shown["date"]}
    _stand_beside(store, habit_id=habit_id, said=said, shown=shown, now=now)


def _stand_beside(store: Store, *, habit_id: str, said: Body, shown: Body | None, now: datetime) -> None:
    with store.write() as db:
        habit = own.read(db).habit(habit_id)
        if habit is None:
            raise Refused(Code.NOT_FOUND)
        body = {"said": said, "shown": shown}
        outbox.add(db, kind=Kind.ANCHOR, target={"habit": habit_id}, body=body, title=habit["title"], at=now)


def keep_beside(store: Store, *, habit_id: str, model: Body, now: datetime) -> None:
    """A friend's habit, as somebody to be like; `model` in the server's shape. Raises Refused where three are."""
    with store.write() as db:
        known = [one["habit"]["id"] for one in beside.models(db, habit_id)]
        if model["habit"]["id"] in known:
            return
        if len(known) >= limits.ROLE_MODELS_PER_HABIT:
            raise Refused(Code.TOO_MANY_ROLE_MODELS)
        target = {"habit": habit_id, "other": model["habit"]["id"]}
        outbox.add(db, kind=Kind.KEEP_BESIDE, target=target, body=model, title=model["person"]["name"], at=now)


def end_beside(store: Store, *, habit_id: str, their_habit: str, name: str, now: datetime) -> None:
    with store.write() as db:
        target = {"habit": habit_id, "other": their_habit}
        outbox.add(db, kind=Kind.END_BESIDE, target=target, body={}, title=name, at=now)


def start_beside(store: Store, *, model: Body, date: str, shown: Body | None, now: datetime) -> str:
    """Make their promise mine as well, beside their day of `date`; the answer is my habit's id.

    `shown` is that day's photo as the server prints what stands beside, if it has one. The schedule is theirs, which
    only the server knows: until it has answered, every day is due.
    """
    habit_id, theirs = str(uuid7()), model["habit"]
    with store.write() as db:
        mine = own.read(db)
        if len(mine.habits) >= limits.HABITS_MAX:
            raise Refused(Code.TOO_MANY_HABITS)
        starts_on = habit_day(mine.clock, now).isoformat()
        promise = {
            "title": theirs["title"], "icon": theirs["icon"], "schedule": Schedule(Frequency.DAILY).to_json(),
            "reminders": [], "starts_on": starts_on, "sensitive": False,
        }  # fmt: skip
        said = {"habit": theirs["id"], "date": date, "starts_on": starts_on}
        body = {"said": said, "shown": shown, "model": model, "promise": promise}
        outbox.add(db, kind=Kind.START_BESIDE, target={"habit": habit_id}, body=body, title=theirs["title"], at=now)
        kv.put(db, kv.SELECTED_HABIT, habit_id)
        kv.put(db, beside.STARTED, habit_id)
    return habit_id


def undo_start(store: Store, *, habit_id: str, now: datetime) -> None:
    """Before the server was ever asked nothing has happened, and nobody hears of it; afterwards it is put away."""
    with store.write() as db:
        about = [command for command in outbox.waiting(db) if command.target.get("habit") == habit_id]
        unheard = any(command.kind is Kind.START_BESIDE and command.attempts == 0 for command in about)
        if unheard:
            for command in about:
                outbox.remove(db, command.id)
        else:
            archive_habit(store, habit_id=habit_id, now=now)
        kv.put(db, beside.STARTED, "")
