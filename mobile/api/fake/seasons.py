"""Seasons on the fake server: renewed, done, in earnest."""

from dataclasses import replace
from datetime import timedelta

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body
from shared import clock
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.moods import Role
from shared.seasons import Season, begin, standing, without_gentle_days


def renew(asked: Asked) -> Body:
    habit, number = asked.names[0], int(asked.names[1])
    world, body = asked.world, _own(asked)
    seasons = [Season.from_json(row) for row in body["seasons"]]
    today = habit_day(world.clock_of(asked.person), clock.now())
    if number <= seasons[-1].number:
        return body
    if standing(seasons, today).runs:
        raise Refused(Code.SEASON_RUNS)
    body["seasons"].append(begin(number, today).to_json())
    body["circles"] = [one for one in body["circles"] if one in asked.body.get("circles", [])]
    body["seats"] = [seat for seat in body["seats"] if seat.get("circle") in body["circles"]]
    for role, people in ((Role.WITNESS, asked.body["witnesses"]), (Role.GALLERY, asked.body["gallery"])):
        for person in people:
            world.seat(habit, person, role, "invited")
    if "schedule" in asked.body:
        valid_from = (today + timedelta(days=1)).isoformat()
        body["schedule"] = asked.body["schedule"]
        body["versions"].append({"valid_from": valid_from, "schedule": asked.body["schedule"]})
    world.note(asked.person, "habit", habit)
    return body


def change(asked: Asked) -> Body:
    body = _own(asked)
    today = habit_day(asked.world.clock_of(asked.person), clock.now())
    *earlier, season = (Season.from_json(row) for row in body["seasons"])
    if asked.body["choice"] == "done":
        season = replace(season, closed_on=today)
        body["seats"] = []
    else:
        season = without_gentle_days(season, today)
    body["seasons"] = [one.to_json() for one in (*earlier, season)]
    asked.world.note(asked.person, "habit", asked.names[0])
    return body


def _own(asked: Asked) -> Body:
    if asked.world.owners.get(asked.names[0]) != asked.person:
        raise Refused(Code.NOT_FOUND)
    return asked.world.habits[asked.names[0]]


_SEASON = "/api/v1/habits/([^/]+)/seasons/([^/]+)"
ROUTES = (("PUT", _SEASON, renew), ("PATCH", _SEASON, change))
