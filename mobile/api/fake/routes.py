"""Which address does what on the fake server."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import httpx

from mobile.api.fake import (
    accounts,
    answering,
    beside,
    circles,
    guests,
    keys,
    leaving,
    letters,
    own,
    printing,
    seasons,
    seats,
    sessions,
    signing_in,
    sorting,
)
from mobile.api.fake.asked import Asked
from mobile.api.fake.seen import may_see
from mobile.api.fake.world import Body, World, new_id
from shared import clock, limits
from shared.acceptance import is_undone_by, judge_check_in
from shared.codes import Code, Refused
from shared.days import ClockChange, closes_at
from shared.plans import Schedule
from shared.schedule import next_version_day

Serve = Callable[[Asked], Any]
_API = "/api/v1"
_ONE = "([^/]+)"


def _own(asked: Asked, row: str) -> None:
    if asked.world.owners.get(row) != asked.person:
        raise Refused(Code.NOT_FOUND)


def _viewer(asked: Asked, habit: str, *roles: str) -> None:
    if may_see(asked.world, asked.person, habit) not in roles:
        raise Refused(Code.NOT_FOUND)


# Me
def _get_me(asked: Asked) -> Body:
    return printing.me(asked.world, asked.person)


def _patch_me(asked: Asked) -> Body:
    asked.world.people[asked.person].update(asked.body)
    asked.world.note(asked.person, "me", asked.person)
    return _get_me(asked)


def _put_clock(asked: Asked) -> Body:
    changed = {key: asked.body[key] for key in ("zone", "day_start") if key in asked.body}
    body = asked.world.people[asked.person]
    body.update(changed)
    at = asked.body.get("at")
    since = datetime.fromisoformat(at) if at else clock.now()
    asked.world.clocks[asked.person].append(ClockChange(since, body["zone"], body["day_start"]))
    asked.world.note(asked.person, "me", asked.person)
    return _get_me(asked)


_NEAR = {"muted": False, "restricted": False}


def _friends(asked: Asked) -> Body:
    world, me = asked.world, asked.person
    return {"items": [world.shown(friend) | {"since": world.friends[frozenset((me, friend))]}
                      | world.distances.get((me, friend), _NEAR) | {"own_words": (me, friend) in world.writers}
                      for friend in world.friends_of(me)]}  # fmt: skip


def _keep_distance(asked: Asked) -> None:
    friend = asked.names[0]
    if friend not in asked.world.friends_of(asked.person):
        raise Refused(Code.NOT_FOUND)
    asked.world.distances[asked.person, friend] = dict(asked.body)


def _unfriend(asked: Asked) -> None:
    _end_friendship(asked.world, asked.person, asked.names[0])


def _end_friendship(world: World, one: str, other: str) -> None:
    world.friends.pop(frozenset((one, other)), None)
    for habit, body in world.habits.items():
        if world.owners[habit] in (one, other):
            body["seats"] = [seat for seat in body["seats"] if seat["person"]["id"] not in (one, other)]
            world.note(world.owners[habit], "habit", habit)


def _block(asked: Asked) -> None:
    asked.world.blocks.add((asked.person, asked.names[0]))
    _end_friendship(asked.world, asked.person, asked.names[0])


def _unblock(asked: Asked) -> None:
    asked.world.blocks.discard((asked.person, asked.names[0]))


def _invite(asked: Asked) -> Body:
    token = new_id()
    asked.world.invites[token] = asked.person
    expires = clock.now() + timedelta(days=limits.INVITE_DAYS)
    return {"id": new_id(), "token": token, "url": f"{accounts.ADDRESS}/i/{token}", "expires_at": expires.isoformat()}


def _inviter(asked: Asked) -> str:
    inviter = asked.world.invites.get(asked.names[0])
    if inviter is None:
        raise Refused(Code.NOT_FOUND)
    if inviter == asked.person:
        raise Refused(Code.OWN_INVITE)
    return inviter


def _preview(asked: Asked) -> Body:
    return {"inviter": asked.world.shown(_inviter(asked)), "expires_at": None}


def _accept_invite(asked: Asked) -> Body:
    inviter = _inviter(asked)
    asked.world.befriend(asked.person, inviter)
    return {"friend": asked.world.shown(inviter)}


# Habits
def _put_habit(asked: Asked) -> Body:
    habit, body = asked.names[0], asked.body
    if habit in asked.world.habits:
        _own(asked, habit)
        return asked.world.habits[habit]
    asked.world.add_habit(
        asked.person, body["title"], icon=body["icon"], habit=habit, schedule=body["schedule"],
        starts_on=date.fromisoformat(body["starts_on"]),
    )  # fmt: skip
    asked.world.habits[habit] |= {key: body[key] for key in ("reminders", "sensitive")}
    asked.world.habits[habit]["beside_allowed"] = body.get("beside_allowed", True) and not body["sensitive"]
    return asked.world.habits[habit]


def _patch_habit(asked: Asked) -> Body:
    habit = asked.names[0]
    _own(asked, habit)
    body = asked.world.habits[habit]
    if "schedule" in asked.body:
        today = date.fromisoformat(printing.today(asked.world, asked.person)["habits"][0]["date"])
        valid_from = next_version_day(Schedule.from_json(body["schedule"]), today).isoformat()
        kept = [version for version in body["versions"] if version["valid_from"] < valid_from]
        body["versions"] = [*kept, {"valid_from": valid_from, "schedule": asked.body["schedule"]}]
    body.update(asked.body)
    asked.world.note(asked.person, "habit", habit)
    return body


def _archive(asked: Asked) -> None:
    _own(asked, asked.names[0])
    asked.world.habits[asked.names[0]]["archived"] = True
    asked.world.note(asked.person, "habit", asked.names[0])


# Days
def _put_photo(asked: Asked) -> Body:
    held = asked.world.photos.setdefault(asked.names[0], asked.content)
    if isinstance(held, str):
        raise Refused(held)
    return {"id": asked.names[0], "state": "ready", "width": 780, "height": 1040}


def _put_day(asked: Asked) -> Body:
    habit, day = asked.names
    _own(asked, habit)
    body, person = asked.body, asked.world.people[asked.person]
    known = asked.world.check_ins.get((habit, day))
    captured = datetime.fromisoformat(body["captured_at"])
    if known and known["undone_at"] and is_undone_by(datetime.fromisoformat(known["undone_at"]), captured):
        return {"undone": True}
    accepted = judge_check_in(
        clock=asked.world.clock_of(asked.person), day=date.fromisoformat(day), captured_at=captured,
        sent_at=datetime.fromisoformat(body["sent_at"]), received_at=clock.now(), zone=body["zone"],
        grace=timedelta(minutes=person["grace_minutes"]),
    )  # fmt: skip
    return asked.world.merge_day(
        habit, day, captured_at=body["captured_at"], late=accepted.late, caption=body.get("caption", ""),
        amount=body.get("amount"), source=body.get("source", "none"), photo_ids=body["photos"],
    )  # fmt: skip


def _delete_day(asked: Asked) -> None:
    habit, day = asked.names
    _own(asked, habit)
    captured = datetime.fromisoformat(asked.params["captured_at"])
    if captured >= closes_at(asked.world.clock_of(asked.person), date.fromisoformat(day)):
        raise Refused(Code.DAY_CLOSED)
    asked.world.undo(habit, day, asked.params["captured_at"])


def _day_photo(asked: Asked) -> httpx.Response:
    habit, day, n, _ = asked.names
    _viewer(asked, habit, "owner", "witness", "gallery")
    slots = asked.world.check_ins.get((habit, day), {}).get("photos", [])
    held = next((asked.world.photos[slot["photo"]] for slot in slots if slot["n"] == int(n) and not slot["code"]), None)
    if not isinstance(held, bytes):
        raise Refused(Code.NOT_FOUND)
    return httpx.Response(200, headers={"Content-Type": "image/webp"}, content=held)


def _put_rest(asked: Asked) -> Body:
    return asked.world.put_rest(asked.person, asked.names[0], asked.body)


def _delete_rest(asked: Asked) -> None:
    _own(asked, asked.names[0])
    asked.world.end_rest(asked.names[0])


# Answers to an empty day
def _witnessed(asked: Asked) -> str:
    miss = asked.names[0]
    body = asked.world.misses.get(miss)
    if body is None:
        raise Refused(Code.NOT_FOUND)
    _viewer(asked, body["habit"], "witness")
    return miss


def _look_at_miss(asked: Asked) -> None:
    asked.world.look_at_miss(asked.person, _witnessed(asked))


def _answer_miss(asked: Asked) -> Body:
    miss = _witnessed(asked)
    if asked.world.misses[miss]["state"] == "returned":
        raise Refused(Code.ALREADY_BACK)
    if clock.now() >= datetime.fromisoformat(asked.world.misses[miss]["opens_at"]):
        raise Refused(Code.WINDOW_CLOSED)
    asked.world.answer_miss(asked.person, miss, asked.body)
    own.tell_cheer(asked.world, asked.person, asked.world.misses[miss])
    return asked.world.miss_answers[miss, asked.person]


def _report(asked: Asked) -> Body:
    asked.world.reports[asked.names[0]] = asked.body
    return {"id": asked.names[0]}


# Reading
def _changes(asked: Asked) -> Body:
    after = int(asked.params["after"]) if "after" in asked.params else None
    if after is not None and after < asked.world.horizon:
        raise Refused(Code.RESYNC)
    return printing.changes(asked.world, asked.person, after)


def _notices(asked: Asked) -> Body:
    return {"items": asked.world.notices[asked.person], "next": None}


def _read_notice(asked: Asked) -> None:
    for notice in asked.world.notices[asked.person]:
        if notice["id"] == asked.names[0]:
            notice["read_at"] = clock.now().isoformat()


_HABIT = f"{_API}/habits/{_ONE}"
_DAY = f"{_HABIT}/days/{_ONE}"

ROUTES: tuple[tuple[str, str, Serve], ...] = (
    *signing_in.ROUTES,
    *keys.ROUTES,
    *leaving.ROUTES,
    *sessions.ROUTES,
    *seasons.ROUTES,
    *circles.ROUTES,
    *seats.ROUTES,
    *accounts.ROUTES,
    *answering.ROUTES,
    *letters.ROUTES,
    *own.ROUTES,
    *beside.ROUTES,
    *sorting.ROUTES,
    ("GET", f"{_API}/me", _get_me),
    ("PATCH", f"{_API}/me", _patch_me),
    ("PUT", f"{_API}/me/clock", _put_clock),
    ("GET", f"{_API}/friends", _friends),
    ("DELETE", f"{_API}/friends/{_ONE}", _unfriend),
    ("PUT", f"{_API}/friends/{_ONE}/distance", _keep_distance),
    ("PUT", f"{_API}/blocks/{_ONE}", _block),
    ("DELETE", f"{_API}/blocks/{_ONE}", _unblock),
    ("POST", f"{_API}/invites", _invite),
    ("GET", f"{_API}/invites/{_ONE}/preview", _preview),
    ("POST", f"{_API}/invites/{_ONE}/accept", _accept_invite),
    ("PUT", _HABIT, _put_habit),
    ("PATCH", _HABIT, _patch_habit),
    ("DELETE", _HABIT, _archive),
    ("GET", f"{_API}/guest-links", guests.list_links),
    ("POST", f"{_DAY}/guest-links", guests.open_link),
    ("PUT", f"{_API}/photos/{_ONE}", _put_photo),
    ("PUT", _DAY, _put_day),
    ("DELETE", _DAY, _delete_day),
    ("GET", f"{_DAY}/photos/{_ONE}/{_ONE}", _day_photo),
    ("PUT", f"{_API}/rests/{_ONE}", _put_rest),
    ("DELETE", f"{_API}/rests/{_ONE}", _delete_rest),
    ("PUT", f"{_API}/misses/{_ONE}/look", _look_at_miss),
    ("PUT", f"{_API}/misses/{_ONE}/answer", _answer_miss),
    ("PUT", f"{_API}/reports/{_ONE}", _report),
    ("GET", f"{_API}/changes", _changes),
    ("GET", f"{_API}/today", lambda asked: printing.today(asked.world, asked.person)),
    ("GET", f"{_API}/rounds", lambda asked: printing.rounds(asked.world, asked.person)),
    ("GET", f"{_API}/feed", lambda asked: printing.feed(asked.world, asked.person, asked.params.get("cursor", ""))),
    ("GET", f"{_API}/notices", _notices),
    ("PUT", f"{_API}/notices/{_ONE}/read", _read_notice),
)
