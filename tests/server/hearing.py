"""What everybody who is told nothing of misses and letters hears, byte for byte, to hold one world against another."""

import re
from collections.abc import Iterator
from datetime import timedelta

from server.people.models import Person
from shared.ranking import Knob
from tests.server import cast
from tests.server.cast import Door
from tests.server.circle import Circle

PATHS = ("/today", "/rounds", "/feed", "/changes", "/less", "/notices", "/seats")
OF_HABIT = ("", "/calendar", "/blue-letter", "/gold-letter", "/letters")


def outsiders(circle: Circle) -> dict[str, Door]:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    doors = {"gallery": circle.cleo, "friend": cast.door_of(eve), "stranger": cast.door_of(cast.arrive("Dan"))}
    for door in doors.values():
        # They would have comebacks first, if they knew of any.
        door.patch("/me", json={"comes_first": [knob.value for knob in Knob]})
    return doors


def said_to(circle: Circle, doors: dict[str, Door]) -> Iterator[tuple[str, str, int, str]]:
    """Every answer these people get; ids are told by what they stand for, and avatars were drawn by lot."""
    days = [circle.day(circle.today - timedelta(days=back)) for back in range(3)]
    meanings = _meanings(circle)
    for role, door in doors.items():
        for path in (*PATHS, *[f"/habits/{circle.habit}{more}" for more in OF_HABIT], *days):
            answer = door.get(path)
            text = re.sub(r'"avatar":"a[0-9]+"', '"avatar":"drawn"', answer.content.decode())
            for name, meaning in meanings.items():
                text = text.replace(name, meaning)
            yield role, path.replace(circle.habit, "habit"), answer.status_code, text


def _meanings(circle: Circle) -> dict[str, str]:
    days = {day["id"]: f"check-in of {day['date']}" for day in circle.ana.get("/changes").json()["check_ins"]}
    return {circle.habit: "habit"} | days | {str(person.id): person.name for person in Person.objects.all()}
