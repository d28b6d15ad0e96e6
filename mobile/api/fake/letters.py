"""The fake server's letters: blue ones and what misses made of them, gold ones, hard times."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mobile.api.fake.asked import Asked
from mobile.api.fake.world import Body, World, new_id, text
from shared import clock, limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.gold_letters import next_milestone
from shared.letter_states import (
    LIVE,
    OPENABLE,
    Burn,
    Circumstances,
    Copy,
    Letter,
    LetterState,
    burns_at,
    fold_letter,
)
from shared.states import MissStatus, fold
from shared.words import one_line

_API = "/api/v1"
_ONE = "([^/]+)"


# Bringing letters into line
def follow(world: World) -> None:
    """What the real server does in every transaction: seal, burn, let open."""
    for miss in world.misses.values():
        _seal(world, miss)
    for miss_id, sealed in world.sealed.items():
        _turn(world, world.misses[miss_id], sealed)
    for gold in world.gold:
        _open_gold(world, gold)


def _seal(world: World, miss: Body) -> None:
    letter = world.blue.get(miss["habit"])
    if miss["id"] not in world.sealed and letter and letter["text"] and letter["since"] <= miss["closed_at"]:
        world.sealed[miss["id"]] = {
            "state": LetterState.SEALED, "reason": None, "text": letter["text"], "left_closed_at": None,
            "opened_at": None,
        }  # fmt: skip
        world.note(world.owners[miss["id"]], "miss", miss["id"])


def _turn(world: World, miss: Body, sealed: Body) -> None:
    before = Letter(LetterState(sealed["state"]), sealed["reason"] and Burn(sealed["reason"]), sealed["left_closed_at"])
    after = fold_letter(before, _around(world, miss), clock.now())
    if after != before:
        gone = after.state is LetterState.BURNT
        sealed |= {"state": after.state, "reason": after.reason, "text": "" if gone else sealed["text"]}
        world.sealed[miss["id"]] = sealed
        world.note(world.owners[miss["id"]], "miss", miss["id"])


def _around(world: World, miss: Body) -> Circumstances:
    history, now = world.history(miss["habit"]), clock.now()
    folded = next((one for one in fold(history, now).misses if one.day.isoformat() == miss["date"]), None)
    today = habit_day(history.clock, now)
    return Circumstances(
        opens_at=datetime.fromisoformat(miss["opens_at"]),
        copies=[_copy(world, miss, person) for person in keepers(world, miss)],
        came_back=folded is not None and folded.status is MissStatus.RETURNED,
        voided=folded is None,
        resting=any(span.covers(today) for span in history.rests),
    )


def keepers(world: World, miss: Body) -> list[str]:
    return [
        seat["person"]["id"]
        for seat in world.habits[miss["habit"]]["seats"]
        if seat["role"] == "witness" and seat["state"] == "accepted" and seat["keeps_letter"]
    ]


def _copy(world: World, miss: Body, person: str) -> Copy:
    let_go = world.miss_answers.get((miss["id"], person), {}).get("kind") == "let_go"
    return Copy(seen=person in miss["seen_by"], let_go=let_go)


def _open_gold(world: World, gold: Body) -> None:
    days = [row for (habit, _), row in world.check_ins.items() if habit == gold["habit"] and not row["undone_at"]]
    if gold["opened_at"] is None and len(days) >= gold["milestone"]:
        gold["opened_at"] = text(clock.now())
        world.note(world.owners[gold["habit"]], "gold_letter", gold["id"])


# Printing
def print_fate(world: World, miss: Body) -> Body | None:
    sealed = world.sealed.get(miss["id"])
    if sealed is None:
        return None
    opens_at = datetime.fromisoformat(miss["opens_at"])
    held = [person for person in keepers(world, miss) if not _copy(world, miss, person).let_go]
    return {
        "state": sealed["state"], "reason": sealed["reason"], "opens_at": miss["opens_at"],
        "burns_at": text(burns_at(opens_at, sealed["left_closed_at"])) if sealed["state"] in OPENABLE else None,
        "before_photo": False, "keeper": world.shown(held[0]) if held and sealed["state"] in LIVE else None,
    }  # fmt: skip


def print_sealed(world: World, miss: Body) -> Body:
    sealed = world.sealed[miss["id"]]
    fate = {key: value for key, value in (print_fate(world, miss) or {}).items() if key != "keeper"}
    opened = sealed["state"] == LetterState.OPENED
    return {"miss": miss["id"], "date": miss["date"], **fate, "opened_at": sealed["opened_at"],
            "text": sealed["text"] if opened else None}  # fmt: skip


def print_standing(world: World, habit: str) -> Body:
    letter = world.blue.get(habit)
    has = bool(letter and letter["text"])
    return {"habit": habit, "has": has, "since": letter["since"] if letter and has else None,
            "off": letter is not None and not has}  # fmt: skip


def print_gold(world: World, gold: Body) -> Body:
    return {**gold, "writer": world.shown(gold["writer"])}


# Routes
def _own(asked: Asked, row: str) -> str:
    if asked.world.owners.get(row) != asked.person:
        raise Refused(Code.NOT_FOUND)
    return row


def _witness_seat(asked: Asked) -> Body:
    seat: Body
    for seat in asked.world.habits.get(asked.names[0], {}).get("seats", []):
        if (seat["person"]["id"], seat["role"], seat["state"]) == (asked.person, "witness", "accepted"):
            return seat
    raise Refused(Code.NOT_FOUND)


def _read_blue(asked: Asked) -> Body:
    letter, keeps = asked.world.blue.get(asked.names[0]), _witness_seat(asked)["keeps_letter"]
    has = bool(letter and letter["text"])
    return {"has": has, "keeps": keeps, "text": letter["text"] if letter and has and keeps else None}


def _write_blue(asked: Asked) -> Body:
    habit, world = _own(asked, asked.names[0]), asked.world
    words = one_line(asked.body["text"], limits.BLUE_LETTER_MAX)
    if world.habits[habit]["sensitive"]:
        raise Refused(Code.LETTER_NOT_HERE)
    _no_open_miss(world, habit)
    world.blue[habit] = {"text": words, "since": text(clock.now())}
    world.note(asked.person, "blue_letter", habit)
    standing = print_standing(world, habit)
    return {key: standing[key] for key in ("has", "since", "off")} | {"offered": False}


def _take_blue(asked: Asked) -> None:
    habit = _own(asked, asked.names[0])
    _no_open_miss(asked.world, habit)
    if asked.world.blue.pop(habit, None):
        asked.world.note(asked.person, "blue_letter", habit)


def _no_open_miss(world: World, habit: str) -> None:
    if any(miss["habit"] == habit and miss["state"] == "open" for miss in world.misses.values()):
        raise Refused(Code.MISS_STILL_OPEN)


def _answer_letter(asked: Asked) -> Body:
    miss = asked.world.misses[_own(asked, asked.names[0])]
    sealed = asked.world.sealed.get(miss["id"])
    if sealed is None:
        raise Refused(Code.NOT_FOUND)
    if sealed["state"] != LetterState.OPENED and sealed["state"] not in OPENABLE:
        raise Refused(Code.LETTER_NOT_YET if sealed["state"] == LetterState.SEALED else Code.LETTER_GONE)
    if asked.body["choice"] == "open":
        sealed |= {"state": LetterState.OPENED, "opened_at": sealed["opened_at"] or text(clock.now())}
    elif sealed["left_closed_at"] is None:
        sealed |= {"state": LetterState.CLOSED, "left_closed_at": clock.now()}
    asked.world.note(asked.person, "miss", miss["id"])
    return print_sealed(asked.world, miss)


def _letters(asked: Asked) -> Body:
    habit, world = _own(asked, asked.names[0]), asked.world
    gold = [print_gold(world, one) for one in world.gold if one["habit"] == habit and one["opened_at"]]
    opened = [miss for miss, one in world.sealed.items() if one["state"] == LetterState.OPENED]
    blue = [print_sealed(world, world.misses[miss]) for miss in opened if world.misses[miss]["habit"] == habit]
    return {"gold": gold, "blue": blue}


def _sealed_gold(asked: Asked) -> Body | None:
    _witness_seat(asked)
    mine = [one for one in asked.world.gold if (one["habit"], one["writer"]) == (asked.names[0], asked.person)]
    return next((one for one in mine if one["opened_at"] is None), None)


def _read_gold(asked: Asked) -> Body:
    sealed = _sealed_gold(asked)
    return {"sealed": {key: sealed[key] for key in ("text", "milestone")} if sealed else None}


def _write_gold(asked: Asked) -> Body:
    sealed, habit, world = _sealed_gold(asked), asked.names[0], asked.world
    words = one_line(asked.body["text"], limits.GOLD_LETTER_MAX)
    if sealed is not None:
        sealed["text"] = words
    else:
        kept = sum(other == habit and not row["undone_at"] for (other, _), row in world.check_ins.items())
        world.gold.append({
            "id": new_id(), "habit": habit, "writer": asked.person, "milestone": next_milestone(kept),
            "text": words, "opened_at": None, "thanked": False,
        })  # fmt: skip
    return _read_gold(asked)


def _withdraw_gold(asked: Asked) -> None:
    sealed = _sealed_gold(asked)
    if sealed is not None:
        asked.world.gold.remove(sealed)


def _thank(asked: Asked) -> None:
    mine = [one for one in asked.world.gold if asked.world.owners[one["habit"]] == asked.person and one["opened_at"]]
    letter = next((one for one in mine if one["id"] == asked.names[0]), None)
    if letter is None:
        raise Refused(Code.NOT_FOUND)
    letter["thanked"] = True


def _hard_time(asked: Asked) -> Body:
    world, friend = asked.world, asked.body.get("friend")
    if friend and friend not in world.friends_of(asked.person):
        raise Refused(Code.NOT_FOUND)
    today = habit_day(world.clock_of(asked.person), clock.now()).isoformat()
    if friend:
        world.checks_asked.add((asked.person, friend))
    return world.put_rest(asked.person, asked.names[0], {"habit": None, "first": today, "last": None})


_HABIT = f"{_API}/habits/{_ONE}"

ROUTES: tuple[tuple[str, str, Callable[[Asked], Any]], ...] = (
    ("GET", f"{_HABIT}/blue-letter", _read_blue),
    ("PUT", f"{_HABIT}/blue-letter", _write_blue),
    ("DELETE", f"{_HABIT}/blue-letter", _take_blue),
    ("GET", f"{_HABIT}/gold-letter", _read_gold),
    ("PUT", f"{_HABIT}/gold-letter", _write_gold),
    ("DELETE", f"{_HABIT}/gold-letter", _withdraw_gold),
    ("GET", f"{_HABIT}/letters", _letters),
    ("PUT", f"{_API}/misses/{_ONE}/letter", _answer_letter),
    ("PUT", f"{_API}/gold-letters/{_ONE}/thanks", _thank),
    ("PUT", f"{_API}/hard-times/{_ONE}", _hard_time),
)
