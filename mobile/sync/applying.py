"""What a server's answer changes on this phone. Called inside the transaction that ends the command."""

import sqlite3

from mobile.api.answers import Body
from mobile.store import (
    beside,
    check_ins,
    circles,
    clock_history,
    comments,
    habits,
    less,
    letters,
    looked_at,
    me,
    misses,
    outbox,
    photos,
    rests,
    snapshots,
)
from mobile.store.outbox import Command, Kind

_SHOWS_A_FACE = (Kind.FACE, Kind.ANSWER_MISS, Kind.NUDGE)


def apply_answer(db: sqlite3.Connection, command: Command, body: Body) -> None:
    """Take over the noun the server printed, or mirror what the command did where it prints none."""
    match command.kind:
        case Kind.DAY | Kind.UNDO:
            _apply_day(db, command, body)
        case Kind.REST | Kind.HARD_TIME:
            rests.save(db, body)
        case Kind.END_REST:
            rests.remove(db, command.target["rest"])
        case Kind.HABIT | Kind.EDIT_HABIT | Kind.RENEW_SEASON | Kind.CHANGE_SEASON | Kind.START_BESIDE:
            habits.save(db, body)
        case Kind.ARCHIVE_HABIT:
            habits.remove(db, command.target["habit"])
        case Kind.SAVE_CIRCLE | Kind.GIVE_UP_CIRCLE:
            circles.take(db, command)
        case Kind.EDIT_ME | Kind.CLOCK:
            take_me(db, body)
        case _:
            _apply_letter(db, command, body)
            _apply_to_others(db, command)
    beside.take(db, command, body)


def take_me(db: sqlite3.Connection, body: Body) -> None:
    me.save(db, body)
    # While the server has not heard where this phone is, it cannot tell this phone where it is.
    if not any(command.kind is Kind.CLOCK for command in outbox.waiting(db)):
        clock_history.learn(db, body)


def _apply_day(db: sqlite3.Connection, command: Command, body: Body) -> None:
    """A check-in may have been undone from another device meanwhile: then the answer is its tombstone."""
    if "habit" in body:
        check_ins.save(db, body)
        return
    known = check_ins.get(db, command.target["habit"], command.target["date"])
    if known is not None and (command.kind is Kind.UNDO or body.get("undone")):
        check_ins.remove(db, known["id"])


def _apply_letter(db: sqlite3.Connection, command: Command, body: Body) -> None:
    match command.kind:
        case Kind.WRITE_BLUE | Kind.TAKE_BLUE:
            has = command.kind is Kind.WRITE_BLUE
            told = {"has": has, "since": body.get("since") if has else None, "off": False}
            letters.save_blue(db, {"habit": command.target["habit"], **told})
        case Kind.ANSWER_LETTER:
            told = {key: body[key] for key in ("state", "reason", "burns_at", "before_photo")}
            misses.patch_letter(db, command.target["miss"], told)
            if body["text"] is not None:
                letters.save_opened(db, body)
        case Kind.WRITE_GOLD | Kind.WITHDRAW_GOLD:
            snapshots.save(db, snapshots.my_gold(command.target["habit"]), body or {"sealed": None})


def _apply_to_others(db: sqlite3.Connection, command: Command) -> None:
    """Others' data is only a copy of a whole answer: mark it, and ask for it whole the next time."""
    match command.kind:
        case Kind.LOOK:
            _patch_cards(db, command, {"looked": True})
        case Kind.REACT | Kind.FACE:
            _patch_cards(db, command, {"looked": True, "my_reaction": command.body["kind"]})
        case Kind.UNREACT:
            _patch_cards(db, command, {"my_reaction": None})
        case Kind.LOOK_AT_MISS:
            _patch_miss(db, command, {"looked": True})
        case Kind.ANSWER_MISS:
            _patch_miss(db, command, {"looked": True, "my_answer": command.body})
        case _:
            _apply_to_lists(db, command)
    # A picture's file goes with the next start: the server has it, and nothing here shows it.
    if command.kind in _SHOWS_A_FACE:
        photos.remove(db, command.body.get("photo", ""))


def _apply_to_lists(db: sqlite3.Connection, command: Command) -> None:
    match command.kind:
        case Kind.READ_NOTICE:
            _patch_items(
                db, snapshots.NOTICES, "items", ("id", command.target["notice"]), {"read_at": command.body["at"]}
            )
        case Kind.ANSWER_SEAT | Kind.LEAVE_SEAT | Kind.ANSWER_ARRIVAL:
            _drop_answered(db, command)
        case Kind.COMMENT | Kind.REMOVE_COMMENT:
            comments.take(db, command)
        case Kind.LET_WRITE:
            own_words = {"own_words": command.body["allowed"]}
            _patch_items(db, snapshots.FRIENDS, "items", ("id", command.target["person"]), own_words)
        case Kind.LESS_OF | Kind.AS_BEFORE:
            less.take(db, command)


def _patch_cards(db: sqlite3.Connection, command: Command, changes: Body) -> None:
    for key, name in ((snapshots.ROUNDS, "cards"), (snapshots.FEED, "items")):
        body = snapshots.get(db, key)
        for card in body.get(name, []):
            if card["habit"]["id"] == command.target["habit"] and card["date"] == command.target["date"]:
                card.update(changes)
        _save_patched(db, key, body)


def _patch_miss(db: sqlite3.Connection, command: Command, changes: Body) -> None:
    _patch_items(db, snapshots.ROUNDS, "misses", ("id", command.target["miss"]), changes)


def _patch_items(db: sqlite3.Connection, key: str, name: str, wanted: tuple[str, str], changes: Body) -> None:
    body = snapshots.get(db, key)
    field, value = wanted
    for item in body.get(name, []):
        if item[field] == value:
            item.update(changes)
    _save_patched(db, key, body)


def _drop_answered(db: sqlite3.Connection, command: Command) -> None:
    if command.kind is not Kind.ANSWER_ARRIVAL:
        _drop_seat(db, command)
        return
    body = snapshots.get(db, snapshots.ARRIVALS)
    body["items"] = [one for one in body.get("items", []) if one["id"] != command.target["person"]]
    _save_patched(db, snapshots.ARRIVALS, body)


def _drop_seat(db: sqlite3.Connection, command: Command) -> None:
    body = snapshots.get(db, snapshots.SEATS)
    if command.kind is Kind.LEAVE_SEAT:
        looked_at.forget(db, [command.target["habit"]])
    if command.kind is Kind.ANSWER_SEAT and command.body["answer"] != "decline":
        role = {"cheer": "gallery"}.get(command.body["answer"])
        for seat in body.get("items", []):
            if seat["habit"]["id"] == command.target["habit"]:
                keeps = command.body.get("keeps_letter", seat["keeps_letter"]) and role is None
                seat.update({"state": "accepted", "role": role or seat["role"], "keeps_letter": keeps})
    else:
        body["items"] = [seat for seat in body.get("items", []) if seat["habit"]["id"] != command.target["habit"]]
    _save_patched(db, snapshots.SEATS, body)


def _save_patched(db: sqlite3.Connection, key: str, body: Body) -> None:
    if body:
        snapshots.save(db, key, body)
