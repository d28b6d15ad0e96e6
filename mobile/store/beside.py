"""What stands beside my days: as the server told it last, and over it what this phone has yet to tell it.

Whose pictures I may see can change without anything of mine changing; so the server's word is today's, not the log's.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from mobile.store import kv, outbox, photos, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind

DAY_ONE, YESTERDAY, PICTURE, CHECK_IN = "day_one", "yesterday", "picture", "check_in"
STARTED = "started_beside"
"""The habit that was started beside a friend's last, until that has been said."""


def anchor(db: sqlite3.Connection, habit_id: str) -> Body | None:
    """In the server's shape; `photos` names the pictures that lie here. None: my own day 1."""
    told: Body | None = _today_item(db, habit_id).get("anchor")
    waiting = outbox.waiting(db)
    for command in waiting:
        if command.target.get("habit") == habit_id and command.kind in (Kind.ANCHOR, Kind.START_BESIDE):
            told = command.body["shown"]
    if told is not None and (told["person"] or {}).get("id") in _gone(waiting):
        return None
    if told is None or told["kind"] != PICTURE or "photos" in told:
        return told
    kept = json.loads(kv.get(db, _photos_key(habit_id), "{}"))
    return told | {"photos": kept["photos"]} if kept.get("version") == told["version"] else told


def models(db: sqlite3.Connection, habit_id: str) -> list[Body]:
    """Friends' habits that mine is kept beside, in the server's shape."""
    known: dict[str, Body] = {one["habit"]["id"]: one for one in _today_item(db, habit_id).get("role_models", [])}
    waiting = outbox.waiting(db)
    for command in waiting:
        if command.target.get("habit") == habit_id:
            _after(known, command)
    return [one for one in known.values() if one["person"]["id"] not in _gone(waiting)]


def _gone(waiting: Iterable[Command]) -> set[str]:
    """Who is no friend any more, before the server has heard of it."""
    return {command.target["person"] for command in waiting if command.kind in (Kind.UNFRIEND, Kind.BLOCK)}


def _after(known: dict[str, Body], command: Command) -> None:
    if command.kind is Kind.KEEP_BESIDE:
        known.setdefault(command.target["other"], command.body)
    elif command.kind is Kind.START_BESIDE:
        known.setdefault(command.body["said"]["habit"], command.body["model"])
    elif command.kind is Kind.END_BESIDE:
        known.pop(command.target["other"], None)


def offers(db: sqlite3.Connection, away: Collection[str]) -> list[Body]:
    """Habits I came in for and may start beside, those I started already left out."""
    started = {c.body["said"]["habit"] for c in outbox.waiting(db) if c.kind is Kind.START_BESIDE}
    items = snapshots.get(db, snapshots.BESIDE_OFFERS).get("items", [])
    return [one for one in items if one["habit"]["id"] not in started and one["person"]["id"] not in away]


def take(db: sqlite3.Connection, command: Command, body: Body) -> None:
    """What the server's answer to this command changes of all this; nothing for any other command."""
    match command.kind:
        case Kind.ANCHOR:
            _take_anchor(db, command, body["anchor"])
        case Kind.KEEP_BESIDE | Kind.END_BESIDE:
            _take_models(db, command)
        case Kind.START_BESIDE:
            _drop_offer(db, command.body["said"]["habit"])


def _take_anchor(db: sqlite3.Connection, command: Command, told: Body | None) -> None:
    """The server has heard: its word stands, and pictures chosen here are known by the version it gave them."""
    habit_id = command.target["habit"]
    _patch_today(db, habit_id, {"anchor": told})
    kept = command.body["said"].get("photos", [])
    photos.forget_beside(db, habit_id, kept)
    if kept and told is not None:
        kv.put(db, _photos_key(habit_id), json.dumps({"version": told["version"], "photos": kept}))
    else:
        kv.forget(db, _photos_key(habit_id))


def _take_models(db: sqlite3.Connection, command: Command) -> None:
    """The command leaves the outbox, and what it did stays to be seen."""
    habit_id = command.target["habit"]
    known = {one["habit"]["id"]: one for one in _today_item(db, habit_id).get("role_models", [])}
    _after(known, command)
    _patch_today(db, habit_id, {"role_models": list(known.values())})


def _drop_offer(db: sqlite3.Connection, their_habit: str) -> None:
    body = snapshots.get(db, snapshots.BESIDE_OFFERS)
    if body:
        body["items"] = [one for one in body["items"] if one["habit"]["id"] != their_habit]
        snapshots.save(db, snapshots.BESIDE_OFFERS, body)


def _patch_today(db: sqlite3.Connection, habit_id: str, changes: Body) -> None:
    body = snapshots.get(db, snapshots.TODAY)
    for item in _items(body, habit_id):
        item.update(changes)
    if body:
        snapshots.save(db, snapshots.TODAY, body)


def _today_item(db: sqlite3.Connection, habit_id: str) -> Body:
    return next(_items(snapshots.get(db, snapshots.TODAY), habit_id), {})


def _items(body: Body, habit_id: str) -> Iterator[Body]:
    return (item for item in body.get("habits", []) if item["id"] == habit_id)


def _photos_key(habit_id: str) -> str:
    return f"anchor_photos/{habit_id}"
