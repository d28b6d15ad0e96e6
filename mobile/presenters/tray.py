"""What this phone has not been able to send yet, in words."""

import sqlite3
from collections.abc import Iterator

from mobile.presenters import copy
from mobile.presenters.views import TrayItem
from mobile.store import outbox
from mobile.store.outbox import Command, Kind, State
from mobile.sync.commands import LOST_QUIETLY

_NAMES = {
    Kind.PHOTO: "Photo for {}", Kind.DAY: "{}", Kind.UNDO: "{}, taken back", Kind.REST: "Rest", Kind.END_REST: "Rest",
    Kind.HABIT: "New promise: {}", Kind.EDIT_HABIT: "{}, changed", Kind.ARCHIVE_HABIT: "{}, put away",
    Kind.ASK_SEAT: "Asking {}", Kind.ANSWER_SEAT: "Your answer to {}", Kind.REACT: "Your answer to {}",
    Kind.UNREACT: "Your answer to {}", Kind.ANSWER_MISS: "Your answer to {}", Kind.THANK: "Thanks to {}",
    Kind.COMMENT: "Your line to {}", Kind.REMOVE_COMMENT: "A line, taken away",
    Kind.REMOVE_MISS_FACE: "{}'s picture", Kind.REMOVE_NUDGE_FACE: "{}'s picture",
    Kind.FACE: "Your face for {}", Kind.REMOVE_FACE: "{}'s picture",
    Kind.WRITE_BLUE: "Your letter for {}", Kind.TAKE_BLUE: "Your letter for {}, taken back",
    Kind.ANSWER_LETTER: "Your letter", Kind.WRITE_GOLD: "Your letter to {}",
    Kind.WITHDRAW_GOLD: "Your letter to {}, taken back", Kind.HARD_TIME: "Rest", Kind.THANK_GOLD: "Thanks to {}",
    Kind.ANCHOR: "What {} stands beside", Kind.KEEP_BESIDE: "{}, beside yours", Kind.END_BESIDE: "{}, beside yours",
    Kind.START_BESIDE: "New promise: {}", Kind.EDIT_ME: "Changes to you", Kind.CLOCK: "Your time zone",
}  # fmt: skip


def tray_items(db: sqlite3.Connection, *, offline: bool) -> tuple[TrayItem, ...]:
    """Refused commands always; waiting ones once the network has let them down."""
    return tuple(_items(outbox.listed(db), offline))


def _items(commands: list[Command], offline: bool) -> Iterator[TrayItem]:
    for command in commands:
        refused = command.state is State.REFUSED
        # A waiting photo is told by its day, which waits right behind it.
        if command.kind in LOST_QUIETLY or (command.kind is Kind.PHOTO and not refused):
            continue
        if refused or offline or command.attempts:
            title = _NAMES.get(command.kind, "{}").format(command.title)
            yield TrayItem(command.id, title, command.detail if refused else copy.WAITS, refused)
