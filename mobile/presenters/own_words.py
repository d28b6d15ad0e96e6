"""What friends wrote about my day, in words of their own."""

import sqlite3

from mobile.presenters.faces import plain_face
from mobile.presenters.reading import Reading, today_item
from mobile.presenters.rounds_state import SaidView
from mobile.store import comments, outbox


def said_today(db: sqlite3.Connection, reading: Reading) -> tuple[SaidView, ...]:
    """As the server told it last, about this very day; without what I took away."""
    item = today_item(db, reading.habit["id"])
    if reading.check_in is None or item.get("date") != reading.today.isoformat():
        return ()
    gone = comments.removed(outbox.waiting(db))
    told = [one for one in item.get("comments", []) if one["id"] not in gone]
    return tuple(SaidView(one["id"], one["text"], plain_face(one["person"])) for one in told)
