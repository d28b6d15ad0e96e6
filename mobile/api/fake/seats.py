"""Seats on the fake server: asked, answered, left; and the word that a day is waited for."""

from mobile.api.fake import own
from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, World
from shared import clock
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.moods import Role


def _own(asked: Asked, row: str) -> None:
    if asked.world.owners.get(row) != asked.person:
        raise Refused(Code.NOT_FOUND)


def _ask_seat(asked: Asked) -> None:
    habit, person = asked.names
    _own(asked, habit)
    if person not in asked.world.friends_of(asked.person):
        raise Refused(Code.NOT_A_FRIEND)
    asked.world.seat(habit, person, Role(asked.body["role"]), "invited")


def _end_seat(asked: Asked) -> None:
    habit, person = asked.names
    _own(asked, habit)
    _drop_seat(asked.world, habit, person)


def _drop_seat(world: World, habit: str, person: str) -> None:
    body = world.habits[habit]
    body["seats"] = [seat for seat in body["seats"] if seat["person"]["id"] != person]
    world.note(world.owners[habit], "habit", habit)


def _seats(asked: Asked) -> Body:
    items = []
    for habit, body in asked.world.habits.items():
        for seat in body["seats"]:
            if seat["person"]["id"] == asked.person:
                shown = {key: body[key] for key in ("id", "title", "icon")}
                shown["owner"] = asked.world.shown(asked.world.owners[habit])
                items.append({"habit": shown, **{key: seat[key] for key in ("role", "state", "keeps_letter")}})
    return {"items": items}


def _waited_for(asked: Asked) -> Body:
    """Enough of it: habits I witness whose owner has shown nothing today and heard nothing from me."""
    world, items = asked.world, []
    for habit, body in world.habits.items():
        owner = world.owners[habit]
        today = habit_day(world.clock_of(owner), clock.now()).isoformat()
        mine = {"role": "witness", "state": "accepted"}
        sits = any(seat["person"]["id"] == asked.person and mine.items() <= seat.items() for seat in body["seats"])
        told = any(sent == (asked.person, owner, today) for sent in world.nudges)
        if sits and not told and (habit, today) not in world.check_ins:
            shown = {key: body[key] for key in ("id", "title", "icon")}
            number = 1 + sum(of == habit for of, _ in world.check_ins)
            items.append({"person": world.shown(owner), "habit": shown, "date": today, "day_number": number})
    return {"items": items}


def _nudge(asked: Asked) -> None:
    habit, day = asked.names
    sent = (asked.person, asked.world.owners[habit], day)
    if asked.world.nudges.setdefault(sent, asked.body["preset"]) != asked.body["preset"]:
        raise Refused(Code.NUDGED_ALREADY)
    if asked.body.get("photo"):
        own.tell_nudge(asked.world, asked.person, habit, day, asked.body["photo"])


def _answer_seat(asked: Asked) -> Body | None:
    habit, answer = asked.names[0], asked.body["answer"]
    seats = asked.world.habits.get(habit, {}).get("seats", [])
    offered = next((seat for seat in seats if seat["person"]["id"] == asked.person), None)
    if offered is None:
        raise Refused(Code.NOT_FOUND)
    if answer == "decline":
        _drop_seat(asked.world, habit, asked.person)
        return None
    role = Role.GALLERY if answer == "cheer" else Role(offered["role"])
    keeps = asked.body.get("keeps_letter", offered["keeps_letter"]) and role is Role.WITNESS
    asked.world.seat(habit, asked.person, role, keeps=keeps)
    return {"role": role.value, "state": "accepted"}


def _leave_seat(asked: Asked) -> None:
    _drop_seat(asked.world, asked.names[0], asked.person)


_HABIT = "/api/v1/habits/([^/]+)"
ROUTES = (
    ("PUT", f"{_HABIT}/seats/([^/]+)", _ask_seat),
    ("DELETE", f"{_HABIT}/seats/([^/]+)", _end_seat),
    ("GET", "/api/v1/seats", _seats),
    ("GET", "/api/v1/waited-for", _waited_for),
    ("PUT", f"{_HABIT}/days/([^/]+)/nudge", _nudge),
    ("PUT", f"{_HABIT}/seat", _answer_seat),
    ("DELETE", f"{_HABIT}/seat", _leave_seat),
)
