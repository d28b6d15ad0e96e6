"""What Today says of friends beside a habit: their latest days, an offer to start, and that it was started."""

import sqlite3

from mobile.presenters import beside_copy, distance, pictures
from mobile.presenters.beside_state import BesideOffer, ModelView, TheirDay
from mobile.presenters.reading import Reading
from mobile.presenters.their_days import day_of_offer, latest_day
from mobile.presenters.views import FaceView, PhotoView
from mobile.store import beside, kv, outbox, snapshots
from mobile.store.database import Body, Store
from shared.languages import say
from shared.moods import Expression


def beside_today(store: Store, db: sqlite3.Connection, reading: Reading) -> dict[str, object]:
    """Nobody to be like stands beside an empty day, or a rest: that is no moment to be measured."""
    hard = reading.resting or (reading.fresh_miss is not None and not reading.done)
    shown = () if hard else model_views(store, db, reading.habit["id"])
    last = reading.photo_days()
    return {
        "models": shown, "latest": pictures.own_photo(store, reading, last[-1]) if shown and last else None,
        "started": _started(db, reading),
    }  # fmt: skip


def model_views(store: Store, db: sqlite3.Connection, habit_id: str) -> tuple[ModelView, ...]:
    """Without the people whose days don't come up on this phone."""
    away = _away(db)
    kept = (one for one in beside.models(db, habit_id) if one["person"]["id"] not in away)
    return tuple(_model(store, one) for one in kept)


def offer_views(db: sqlite3.Connection, *, all_of_them: bool = False) -> tuple[BesideOffer, ...]:
    """Those not put away yet, or all."""
    offered = [_offer(one) for one in beside.offers(db, _away(db))]
    return tuple(one for one in offered if all_of_them or not kv.get(db, away_key(one.day)))


def away_key(day: TheirDay) -> str:
    return f"offer_away/{day.habit_id}"


def _away(db: sqlite3.Connection) -> frozenset[str]:
    return distance.hidden(snapshots.get(db, snapshots.FRIENDS).get("items", []), outbox.waiting(db))


def _model(store: Store, body: Body) -> ModelView:
    person, number, day = body["person"], body["day_number"], latest_day(body)
    photo = None
    if day is not None:
        path = pictures.cached_path(store, day.habit_id, day.date, day.n or 0)
        photo = PhotoView(path, beside_copy.friends_day(person["name"], number))
    face = FaceView(person["id"], person["name"], person["avatar"], Expression.COLOUR)
    line = say(beside_copy.LATEST, name=person["name"], day=beside_copy.day_of(number))
    return ModelView(body["habit"]["id"], face, body["habit"]["title"], line, number, photo, day)


def _offer(body: Body) -> BesideOffer:
    day = day_of_offer(body)
    detail = say(beside_copy.OFFER_DETAIL, number=day.number)
    return BesideOffer(day, beside_copy.offer(day.person.name, day.title), detail)


def _started(db: sqlite3.Connection, reading: Reading) -> str:
    """Until its first day is in, or that was put away."""
    if kv.get(db, beside.STARTED) != reading.habit["id"] or reading.days:
        return ""
    return next((str(one["person"]["name"]) for one in beside.models(db, reading.habit["id"])), "")
