"""A friend's day between what the server prints, what a screen shows, and what a command keeps of it."""

from mobile.presenters.beside_state import TheirDay
from mobile.presenters.views import FaceView
from mobile.store import beside
from mobile.store.database import Body
from shared.moods import Expression


def day_of_card(card: Body) -> TheirDay:
    first = next(iter(card["photos"]), None)
    place = {"date": card["date"], "n": first["n"] if first else None}
    return _day(card, place, may_start=bool(card.get("may_start_beside")))


def day_of_offer(offer: Body) -> TheirDay:
    """Its photo has no place of its own here: it comes with my habit, once that stands beside it."""
    return _day(offer, {"date": offer["date"], "n": 0}, may_start=True)


def latest_day(model: Body) -> TheirDay | None:
    latest = model["latest"]
    return None if latest is None else _day(model, latest, may_start=bool(model["may_start_beside"]))


def as_model(day: TheirDay) -> Body:
    """As `/today` prints a role model."""
    latest = None if day.n is None else {"date": day.date, "n": day.n}
    return {
        "person": _person(day), "habit": {"id": day.habit_id, "title": day.title, "icon": day.icon},
        "day_number": day.number, "latest": latest, "may_start_beside": day.may_start,
    }  # fmt: skip


def as_anchor(day: TheirDay) -> Body:
    """As the server prints what stands beside; it names no version before it has seen the picture."""
    return {
        "kind": beside.CHECK_IN, "frames": 1, "version": "", "person": _person(day), "habit": day.habit_id,
        "title": day.title, "date": day.date, "n": day.n, "day_number": day.number,
    }  # fmt: skip


def _person(day: TheirDay) -> Body:
    return {"id": day.person.person_id, "name": day.person.name, "avatar": day.person.avatar}


def _day(told: Body, place: Body, *, may_start: bool) -> TheirDay:
    """`told`: person, habit and day number; `place`: date, and n of its photo."""
    person, habit = told["person"], told["habit"]
    face = FaceView(person["id"], person["name"], person["avatar"], Expression.COLOUR)
    return TheirDay(
        face, habit["id"], habit["title"], habit["icon"], place["date"], told["day_number"], place["n"], may_start
    )  # fmt: skip
