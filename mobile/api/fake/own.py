"""Words and faces of one's own on the fake server. It knows neither budgets nor ages."""

from typing import Any

import httpx

from mobile.api.fake.asked import Asked
from mobile.api.fake.seen import may_see
from mobile.api.fake.world import Body, World, new_id, text
from shared import clock
from shared.codes import Code, Refused

_DAY = "/api/v1/habits/([^/]+)/days/([^/]+)"


def on_today(world: World, habit: str, day: str) -> Body:
    said = [(key, one) for key, one in world.comments.items() if (one["habit"], one["date"]) == (habit, day)]
    return {"comments": [
        {"id": key, "person": world.shown(one["person"]), "text": one["text"], "written_at": one["at"]}
        for key, one in said
    ]}  # fmt: skip


def on_card(world: World, viewer: str, habit: str, day: str) -> Body:
    mine = [
        {"id": key, "text": one["text"]}
        for key, one in world.comments.items()
        if (one["habit"], one["date"], one["person"]) == (habit, day, viewer)
    ]
    return {"my_comments": mine, "may_write": (world.owners[habit], viewer) in world.writers}


def _tell(world: World, reader: str, kind: str, line: str, **more: Any) -> None:
    """A notice about what a friend sent of their own."""
    world.notices[reader].insert(0, {
        "id": new_id(), "kind": kind, "text": line, "created_at": text(clock.now()), "read_at": None, "habit": None,
        "date": None, "person": None, "miss": None, "words": "", "picture": None, "about": None, **more,
    })  # fmt: skip


def tell_cheer(world: World, person: str, miss: Body) -> None:
    """Letting go is silent."""
    answer, who = world.miss_answers[miss["id"], person], world.shown(person)
    if answer["kind"] == "cheer":
        _tell(
            world, world.owners[miss["habit"]], "cheer", f"{who['name']} cheers.", habit=miss["habit"],
            date=miss["date"], person=who, miss=miss["id"], words=answer["words"], picture=answer["picture"],
            about=new_id(),
        )  # fmt: skip


def tell_nudge(world: World, person: str, habit: str, day: str, photo: str | None) -> None:
    who = world.shown(person)
    if photo:
        world.nudge_faces[habit, day, person] = photo
    _tell(
        world, world.owners[habit], "nudge", f"{who['name']} is waiting for yours.", habit=habit, date=day, person=who,
        picture=photo,
    )  # fmt: skip


def _let_write(asked: Asked) -> None:
    pair = (asked.person, asked.names[0])
    if asked.names[0] not in asked.world.friends_of(asked.person):
        raise Refused(Code.NOT_FOUND)
    (asked.world.writers.add if asked.body["allowed"] else asked.world.writers.discard)(pair)


def _write(asked: Asked) -> None:
    habit, day, comment = asked.names
    world, owner = asked.world, asked.world.owners.get(habit, "")
    if may_see(world, asked.person, habit) not in ("witness", "gallery"):
        raise Refused(Code.NOT_FOUND)
    if (owner, asked.person) not in world.writers:
        raise Refused(Code.OWN_WORDS_CLOSED)
    said = {"habit": habit, "date": day, "person": asked.person, "text": asked.body["text"], "at": text(clock.now())}
    world.comments[comment] = said
    world.note(owner, "comment", comment)
    name = world.shown(asked.person)
    _tell(
        world, owner, "comment", f"{name['name']} wrote to you.", habit=habit, date=day, person=name,
        words=said["text"], about=comment,
    )  # fmt: skip


def _remove(asked: Asked) -> None:
    habit, _, comment = asked.names
    said = asked.world.comments.get(comment)
    if said and asked.person not in (asked.world.owners[habit], said["person"]):
        raise Refused(Code.NOT_FOUND)
    asked.world.comments.pop(comment, None)
    for notices in asked.world.notices.values():
        notices[:] = [one for one in notices if one.get("about") != comment]


def _see_cheer(asked: Asked) -> httpx.Response:
    miss, person, _size = asked.names
    answer = asked.world.miss_answers.get((miss, person), {})
    return _picture(asked, asked.world.misses[miss]["habit"], person, answer.get("picture"))


def _remove_cheer(asked: Asked) -> None:
    miss, person = asked.names
    answer = asked.world.miss_answers.get((miss, person))
    if answer is None:
        raise Refused(Code.NOT_FOUND)
    asked.world.miss_answers[miss, person] = answer | {"picture": None}
    _forget_picture(asked.world, answer.get("picture"))


def _see_nudge(asked: Asked) -> httpx.Response:
    habit, day, person, _size = asked.names
    return _picture(asked, habit, person, asked.world.nudge_faces.get((habit, day, person)))


def _remove_nudge(asked: Asked) -> None:
    habit, day, person = asked.names
    _forget_picture(asked.world, asked.world.nudge_faces.pop((habit, day, person), None))


def _forget_picture(world: World, photo: str | None) -> None:
    for notices in world.notices.values():
        for one in notices:
            if photo and one.get("picture") == photo:
                one["picture"] = None


def _picture(asked: Asked, habit: str, person: str, photo: str | None) -> httpx.Response:
    held = asked.world.photos.get(photo) if photo else None
    if asked.person not in (asked.world.owners[habit], person) or not isinstance(held, bytes):
        raise Refused(Code.NOT_FOUND)
    return httpx.Response(200, headers={"Content-Type": "image/webp"}, content=held)


ROUTES = (
    ("PUT", "/api/v1/friends/([^/]+)/own-words", _let_write),
    ("PUT", f"{_DAY}/comments/([^/]+)", _write),
    ("DELETE", f"{_DAY}/comments/([^/]+)", _remove),
    ("GET", "/api/v1/misses/([^/]+)/faces/([^/]+)/([^/]+)", _see_cheer),
    ("DELETE", "/api/v1/misses/([^/]+)/faces/([^/]+)", _remove_cheer),
    ("GET", f"{_DAY}/nudges/([^/]+)/([^/]+)", _see_nudge),
    ("DELETE", f"{_DAY}/nudges/([^/]+)", _remove_nudge),
)
