"""Whose phone this is now. Somebody else signing in finds nothing of the person before, whose unsent work waits."""

from mobile.api.answers import Body
from mobile.store import cache, kv, me, snapshots
from mobile.store.database import Store
from mobile.sync.applying import take_me
from mobile.sync.pulling import clear_own


def adopt(store: Store, body: Body) -> None:
    """Take `body` (as /me prints it) as the person of this phone."""
    with store.read() as db:
        known = me.person_id(db)
    if known != body["id"]:
        forget_person(store)
    with store.write() as db:
        if me.get(db) != {key: value for key, value in body.items() if key != "seq"}:
            take_me(db, body)


def forget_person(store: Store) -> None:
    """Everything that can be fetched anew goes; what was never sent stays, under its person's name."""
    with store.write() as db:
        clear_own(db)
        snapshots.clear(db)
        me.forget(db)
        for key in (kv.SEQ, kv.CLOCK, kv.SELECTED_HABIT, kv.ALBUM):
            kv.forget(db, key)
    cache.forget_all_but(store, ())
