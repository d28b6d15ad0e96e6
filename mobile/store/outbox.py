"""What this phone still has to tell the server, in the order it was done. A row goes only with its applied answer."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mobile.store import instants, me
from mobile.store.database import Body


class Kind(StrEnum):
    """What a person did; sync/commands.py knows the call that tells it."""

    PHOTO = "photo"
    DAY = "day"
    UNDO = "undo"
    REST = "rest"
    END_REST = "end_rest"
    HABIT = "habit"
    EDIT_HABIT = "edit_habit"
    ARCHIVE_HABIT = "archive_habit"
    SAVE_CIRCLE = "save_circle"
    GIVE_UP_CIRCLE = "give_up_circle"
    SHOW_TO_CIRCLE = "show_to_circle"
    HIDE_FROM_CIRCLE = "hide_from_circle"
    RENEW_SEASON = "renew_season"
    CHANGE_SEASON = "change_season"
    ASK_SEAT = "ask_seat"
    END_SEAT = "end_seat"
    ANSWER_SEAT = "answer_seat"
    LEAVE_SEAT = "leave_seat"
    LOOK = "look"
    REACT = "react"
    UNREACT = "unreact"
    FACE = "face"
    REMOVE_FACE = "remove_face"
    THANK = "thank"
    NUDGE = "nudge"
    COMMENT = "comment"
    REMOVE_COMMENT = "remove_comment"
    LET_WRITE = "let_write"
    REMOVE_MISS_FACE = "remove_miss_face"
    REMOVE_NUDGE_FACE = "remove_nudge_face"
    LOOK_AT_MISS = "look_at_miss"
    ANSWER_MISS = "answer_miss"
    EDIT_ME = "edit_me"
    CLOCK = "clock"
    UNFRIEND = "unfriend"
    KEEP_DISTANCE = "keep_distance"
    BLOCK = "block"
    UNBLOCK = "unblock"
    REPORT = "report"
    ANSWER_ARRIVAL = "answer_arrival"
    READ_NOTICE = "read_notice"
    WRITE_BLUE = "write_blue"
    TAKE_BLUE = "take_blue"
    ANSWER_LETTER = "answer_letter"
    WRITE_GOLD = "write_gold"
    WITHDRAW_GOLD = "withdraw_gold"
    THANK_GOLD = "thank_gold"
    HARD_TIME = "hard_time"
    ANCHOR = "anchor"
    KEEP_BESIDE = "keep_beside"
    END_BESIDE = "end_beside"
    START_BESIDE = "start_beside"
    LESS_OF = "less_of"
    AS_BEFORE = "as_before"


class State(StrEnum):
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Command:
    id: int
    kind: Kind
    target: dict[str, str]
    """The names in the call's address: habit, date, person, …"""
    body: Body
    title: str
    """What it is, in a person's words, for the tray."""
    at: datetime
    """The instant of the tap."""
    attempts: int
    state: State
    code: str
    detail: str


def add(db: sqlite3.Connection, *, kind: Kind, target: dict[str, str], body: Body, title: str, at: datetime) -> int:
    """Queue one command for the person signed in; the answer is its number."""
    values = (me.person_id(db), kind, json.dumps(target, sort_keys=True), json.dumps(body), title, instants.to_text(at))
    cursor = db.execute("INSERT INTO outbox (person, kind, target, body, title, at) VALUES (?, ?, ?, ?, ?, ?)", values)
    return int(cursor.lastrowid or 0)


def waiting(db: sqlite3.Connection) -> list[Command]:
    return [command for command in listed(db) if command.state is State.WAITING]


def listed(db: sqlite3.Connection) -> list[Command]:
    """Of the person signed in only: what somebody else left unsent waits for them."""
    rows = db.execute("SELECT * FROM outbox WHERE person = ? ORDER BY id", (me.person_id(db),))
    return [_command(row) for row in rows]


def next_waiting(db: sqlite3.Connection) -> Command | None:
    row = db.execute(
        "SELECT * FROM outbox WHERE person = ? AND state = ? ORDER BY id LIMIT 1", (me.person_id(db), State.WAITING)
    ).fetchone()
    return None if row is None else _command(row)


def get(db: sqlite3.Connection, command_id: int) -> Command | None:
    row = db.execute("SELECT * FROM outbox WHERE id = ?", (command_id,)).fetchone()
    return None if row is None else _command(row)


def remove(db: sqlite3.Connection, command_id: int) -> None:
    db.execute("DELETE FROM outbox WHERE id = ?", (command_id,))


def turn_into(db: sqlite3.Connection, command_id: int, kind: Kind, body: Body) -> None:
    """Another command in the same place of the queue: what came after it still comes after it."""
    db.execute("UPDATE outbox SET kind = ?, body = ? WHERE id = ?", (kind, json.dumps(body), command_id))


def count_attempt(db: sqlite3.Connection, command_id: int) -> None:
    db.execute("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", (command_id,))


def refuse(db: sqlite3.Connection, command_id: int, code: str, detail: str) -> None:
    values = (State.REFUSED, code, detail, command_id)
    db.execute("UPDATE outbox SET state = ?, code = ?, detail = ? WHERE id = ?", values)


def wait_again(db: sqlite3.Connection, command_id: int) -> None:
    db.execute("UPDATE outbox SET state = ?, code = '', detail = '' WHERE id = ?", (State.WAITING, command_id))


def _command(row: sqlite3.Row) -> Command:
    return Command(
        id=int(row["id"]), kind=Kind(row["kind"]), target=json.loads(row["target"]), body=json.loads(row["body"]),
        title=str(row["title"]), at=instants.from_text(row["at"]), attempts=int(row["attempts"]),
        state=State(row["state"]), code=str(row["code"]), detail=str(row["detail"]),
    )  # fmt: skip
