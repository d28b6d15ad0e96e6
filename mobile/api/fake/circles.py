"""Circles on the fake server."""

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body
from shared.codes import Code, Refused
from shared.moods import Role


def _listed(asked: Asked) -> Body:
    return {"items": [_printed(asked, circle) for circle in asked.world.circles if _is_own(asked, circle)]}


def _save(asked: Asked) -> Body:
    circle = asked.names[0]
    if asked.world.owners.setdefault(circle, asked.person) != asked.person:
        raise Refused(Code.NOT_FOUND)
    friends = asked.world.friends_of(asked.person)
    members = [one for one in asked.body["members"] if one in friends]
    asked.world.circles[circle] = {"name": asked.body["name"], "members": members}
    return _printed(asked, circle)


def _give_up(asked: Asked) -> None:
    if _is_own(asked, asked.names[0]):
        asked.world.circles.pop(asked.names[0], None)


def _show(asked: Asked) -> None:
    habit, circle = asked.names
    if not _is_own(asked, habit) or circle not in asked.world.circles:
        raise Refused(Code.NOT_FOUND)
    body = asked.world.habits[habit]
    body["circles"] = [*(one for one in body["circles"] if one != circle), circle]
    seated = {seat["person"]["id"] for seat in body["seats"]}
    for person in asked.world.circles[circle]["members"]:
        if person not in seated:
            asked.world.seat(habit, person, Role.GALLERY)
            body["seats"][-1]["circle"] = circle
    asked.world.note(asked.person, "habit", habit)


def _hide(asked: Asked) -> None:
    habit, circle = asked.names
    if not _is_own(asked, habit):
        raise Refused(Code.NOT_FOUND)
    body = asked.world.habits[habit]
    body["circles"] = [one for one in body["circles"] if one != circle]
    body["seats"] = [one for one in body["seats"] if one.get("circle") != circle]
    asked.world.note(asked.person, "habit", habit)


def _is_own(asked: Asked, row: str) -> bool:
    return asked.world.owners.get(row) == asked.person


def _printed(asked: Asked, circle: str) -> Body:
    body = asked.world.circles[circle]
    return {"id": circle, "name": body["name"], "members": [asked.world.shown(one) for one in body["members"]]}


_CIRCLE = "/circles/([^/]+)"
ROUTES = (
    ("GET", "/api/v1/circles", _listed),
    ("PUT", f"/api/v1{_CIRCLE}", _save),
    ("DELETE", f"/api/v1{_CIRCLE}", _give_up),
    ("PUT", f"/api/v1/habits/([^/]+){_CIRCLE}", _show),
    ("DELETE", f"/api/v1/habits/([^/]+){_CIRCLE}", _hide),
)
