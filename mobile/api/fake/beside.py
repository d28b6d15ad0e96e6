"""Anchors, role models and starting beside, on the fake server."""

from datetime import date

import httpx

from mobile.api.fake.asked import Asked
from mobile.api.fake.beside_printing import anchor_of, models_of, photos_of
from mobile.api.fake.seen import may_see, number, standing
from mobile.api.fake.world import Body, World, text
from shared import clock, limits
from shared.codes import Code, Refused
from shared.days import habit_day


def offer_beside(world: World, person: str, habit: str, day: str) -> None:
    """They came in through the guest's page of this day, and are friends with its owner by now."""
    world.offers.setdefault(person, []).append((habit, day))


def _put_anchor(asked: Asked) -> Body:
    habit, said = asked.names[0], asked.body
    _own(asked, habit)
    if said["kind"] == "picture":
        if not all(isinstance(asked.world.photos.get(photo), bytes) for photo in said["photos"]):
            raise Refused(Code.PHOTO_MISSING)
    elif said["kind"] == "check_in":
        _check_friend(asked, said["habit"], said["date"])
        if asked.world.habits[habit]["sensitive"] and asked.world.owners[said["habit"]] != asked.person:
            raise Refused(Code.OWN_ANCHORS_ONLY)
    if said["kind"] == "day_one":
        asked.world.anchors.pop(habit, None)
    else:
        asked.world.anchors[habit] = dict(said)
    return {"anchor": anchor_of(asked.world, asked.person, habit, _today(asked.world, habit))}


def _see_anchor(asked: Asked) -> httpx.Response:
    habit, n, _size = asked.names
    if may_see(asked.world, asked.person, habit) is None:
        raise Refused(Code.NOT_FOUND)
    photos = photos_of(asked.world, asked.person, habit, _today(asked.world, habit))
    held = asked.world.photos.get(photos[int(n)]) if int(n) < len(photos) else None
    if not isinstance(held, bytes):
        raise Refused(Code.NOT_FOUND)
    return httpx.Response(200, headers={"Content-Type": "image/webp"}, content=held)


def _put_role_model(asked: Asked) -> None:
    habit, theirs = asked.names
    _own(asked, habit)
    if may_see(asked.world, asked.person, theirs) not in ("witness", "gallery"):
        raise Refused(Code.NOT_FOUND)
    kept = models_of(asked.world, habit)
    if theirs in kept:
        return
    if len(kept) >= limits.ROLE_MODELS_PER_HABIT:
        raise Refused(Code.TOO_MANY_ROLE_MODELS)
    asked.world.role_models[habit] = [*kept, theirs]


def _delete_role_model(asked: Asked) -> None:
    habit, theirs = asked.names
    _own(asked, habit)
    asked.world.role_models[habit] = [one for one in asked.world.role_models.get(habit, []) if one != theirs]


def _start(asked: Asked) -> Body:
    habit, world = asked.names[0], asked.world
    if habit in world.habits:
        _own(asked, habit)
        return world.habits[habit]
    theirs, on = asked.body["habit"], asked.body["date"]
    offered = (theirs, on) in world.offers.get(asked.person, [])
    if not offered:
        _check_friend(asked, theirs, on)
    body = world.habits[theirs]
    if world.owners[theirs] == asked.person or standing(world, theirs, on) is None:
        raise Refused(Code.NOT_FOUND)
    if not body["beside_allowed"]:
        raise Refused(Code.BESIDE_CLOSED)
    today = habit_day(world.clock_of(asked.person), clock.now())
    starts_on = date.fromisoformat(asked.body.get("starts_on") or today.isoformat())
    world.add_habit(
        asked.person, body["title"], icon=body["icon"], habit=habit, schedule=body["schedule"], starts_on=starts_on
    )
    world.anchors[habit] = {"kind": "check_in", "habit": theirs, "date": on}
    world.role_models[habit] = [theirs]
    return world.habits[habit]


def _offers(asked: Asked) -> Body:
    world = asked.world
    used = {theirs for mine, kept in world.role_models.items() if world.owners[mine] == asked.person for theirs in kept}
    until = text(clock.now() + limits.BESIDE_OFFER_LIFE)
    return {"items": [
        {"person": world.shown(world.owners[habit]), "date": day, "day_number": number(world, habit, day),
         "habit": {key: world.habits[habit][key] for key in ("id", "title", "icon")}, "until": until}
        for habit, day in world.offers.get(asked.person, []) if habit not in used
    ]}  # fmt: skip


def _own(asked: Asked, habit: str) -> None:
    if asked.world.owners.get(habit) != asked.person:
        raise Refused(Code.NOT_FOUND)


def _check_friend(asked: Asked, habit: str, day: str) -> None:
    if may_see(asked.world, asked.person, habit) is None or standing(asked.world, habit, day) is None:
        raise Refused(Code.NOT_FOUND)


def _today(world: World, habit: str) -> str:
    return habit_day(world.clock_of(world.owners[habit]), clock.now()).isoformat()


_HABIT = "/api/v1/habits/([^/]+)"
ROUTES = (
    ("PUT", f"{_HABIT}/anchor", _put_anchor),
    ("GET", f"{_HABIT}/anchor/([^/]+)/([^/]+)", _see_anchor),
    ("PUT", f"{_HABIT}/role-models/([^/]+)", _put_role_model),
    ("DELETE", f"{_HABIT}/role-models/([^/]+)", _delete_role_model),
    ("PUT", f"{_HABIT}/beside", _start),
    ("GET", "/api/v1/beside/offers", _offers),
)
