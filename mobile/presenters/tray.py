"""What this phone has not been able to send yet, in words."""

import sqlite3
from collections.abc import Iterator

from mobile.presenters import copy, tray_copy
from mobile.presenters.views import TrayItem
from mobile.store import outbox
from mobile.store.outbox import Command, Kind, State
from mobile.sync.commands import LOST_QUIETLY
from shared.languages import say


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
            title = say(tray_copy.NAMES.get(command.kind, "{title}"), title=command.title)
            yield TrayItem(command.id, title, command.detail if refused else say(copy.WAITS), refused)
