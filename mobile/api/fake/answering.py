"""Looks, reactions, faces and thanks, on the fake server."""

from collections.abc import Callable
from typing import Any

import httpx

from mobile.api.fake.asked import Asked
from mobile.api.fake.seen import may_see
from mobile.api.fake.world import Body
from shared.codes import Code, Refused

_DAY = "/api/v1/habits/([^/]+)/days/([^/]+)"


def _seated(asked: Asked) -> tuple[str, str]:
    """Habit and day, for a friend who may look."""
    habit, day = asked.names
    if may_see(asked.world, asked.person, habit) not in ("witness", "gallery"):
        raise Refused(Code.NOT_FOUND)
    return habit, day


def _look(asked: Asked) -> None:
    asked.world.look(asked.person, *_seated(asked))


def _react(asked: Asked) -> Body:
    asked.world.react(asked.person, *_seated(asked), asked.body["kind"])
    return {"kind": asked.body["kind"]}


def _unreact(asked: Asked) -> None:
    habit, day = asked.names
    asked.world.reactions.pop((habit, day, asked.person), None)


def _thank(asked: Asked) -> None:
    habit, day, person = asked.names
    if asked.world.owners.get(habit) != asked.person:
        raise Refused(Code.NOT_FOUND)
    asked.world.thanks.add((habit, day, person))


def _answer(asked: Asked) -> None:
    habit, day = _seated(asked)
    photo = asked.body["photo"]
    if not isinstance(asked.world.photos.get(photo), bytes):
        raise Refused(Code.PHOTO_MISSING)
    asked.world.react(asked.person, habit, day, "face")
    asked.world.faces[habit, day, asked.person] = photo


def _see(asked: Asked) -> httpx.Response:
    habit, day, person, _size = asked.names
    photo = asked.world.faces.get((habit, day, person))
    held = asked.world.photos.get(photo) if photo else None
    if asked.person not in (asked.world.owners[habit], person) or not isinstance(held, bytes):
        raise Refused(Code.NOT_FOUND)
    return httpx.Response(200, headers={"Content-Type": "image/webp"}, content=held)


def _remove(asked: Asked) -> None:
    habit, day, person = asked.names
    if asked.person not in (asked.world.owners[habit], person):
        raise Refused(Code.NOT_FOUND)
    asked.world.faces.pop((habit, day, person), None)


ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("PUT", f"{_DAY}/look", _look),
    ("PUT", f"{_DAY}/reaction", _react),
    ("DELETE", f"{_DAY}/reaction", _unreact),
    ("PUT", f"{_DAY}/thanks/([^/]+)", _thank),
    ("PUT", f"{_DAY}/face", _answer),
    ("GET", f"{_DAY}/faces/([^/]+)/([^/]+)", _see),
    ("DELETE", f"{_DAY}/faces/([^/]+)", _remove),
)
