"""Fetches what is new: the owner's own nouns by their sequence, and whole answers about others by ETag."""

import sqlite3
from collections.abc import Callable

from mobile.api.answers import Answer, Body, Done, Refused
from mobile.api.client import Api
from mobile.store import check_ins, habits, kv, letters, misses, rests, snapshots
from mobile.store.database import Store
from mobile.sync.applying import take_me
from shared.codes import Code

_SAVE: dict[str, Callable[[sqlite3.Connection, Body], None]] = {
    "habits": habits.save,
    "check_ins": check_ins.save,
    "rests": rests.save,
    "misses": misses.save,
    "blue_letters": letters.save_blue,
    "gold_letters": letters.save_gold,
}
_REMOVE: dict[str, Callable[[sqlite3.Connection, str], None]] = {
    "habit": habits.remove,
    "check_in": check_ins.remove,
    "rest": rests.remove,
    "miss": misses.remove,
    "blue_letter": letters.remove_blue,
    "gold_letter": letters.remove_gold,
}


def pull_own(store: Store, api: Api) -> Answer:
    """Bring the owner's nouns up to date. Too far behind (410) means: everything once more."""
    with store.read() as db:
        after = kv.get(db, kv.SEQ)
    answer = api.get_changes(after)
    if isinstance(answer, Refused) and answer.code == Code.RESYNC:
        answer = api.get_changes()
    if isinstance(answer, Done):
        _take_changes(store, answer.body)
    return answer


def _take_changes(store: Store, body: Body) -> None:
    """One transaction, so that a kill leaves either the old sequence with the old rows or the new with the new."""
    with store.read() as db:
        if not body["full"] and kv.get(db, kv.SEQ) == str(body["seq"]):
            return
    with store.write() as db:
        if body["full"]:
            clear_own(db)
        if body["me"] is not None:
            take_me(db, body["me"])
        for noun, save in _SAVE.items():
            for item in body[noun]:
                save(db, item)
        for gone in body["removed"]:
            _REMOVE[gone["noun"]](db, gone["id"])
        kv.put(db, kv.SEQ, str(body["seq"]))


def clear_own(db: sqlite3.Connection) -> None:
    for noun in (habits, check_ins, rests, misses, letters):
        noun.clear(db)


def pull_today(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.TODAY, api.get_today)


def pull_rounds(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.ROUNDS, api.get_rounds)


def pull_notices(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.NOTICES, lambda _etag: api.get_notices())


def pull_friends(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.FRIENDS, lambda _etag: api.get_friends())


def pull_circles(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.CIRCLES, lambda _etag: api.get_circles())


def pull_seats(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.SEATS, lambda _etag: api.get_seats())


def pull_arrivals(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.ARRIVALS, lambda _etag: api.get_arrivals())


def pull_waited_for(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.WAITED_FOR, lambda _etag: api.get_waited_for())


def pull_guest_links(store: Store, api: Api) -> Answer:
    return _pull(store, snapshots.GUEST_LINKS, lambda _etag: api.get_guest_links())


def pull_offers(store: Store, api: Api) -> Answer:
    """Habits I came in for, which I may start beside."""
    return _pull(store, snapshots.BESIDE_OFFERS, lambda _etag: api.get_offers())


def pull_less(store: Store, api: Api) -> Answer:
    """Habits I want less of in my feed."""
    return _pull(store, snapshots.LESS, lambda _etag: api.get_less())


def pull_feed(store: Store, api: Api) -> Answer:
    """The first page; older pages that were loaded before are let go, their order may have changed."""
    return _pull(store, snapshots.FEED, lambda _etag: api.get_feed())


def pull_letters(store: Store, api: Api, habit_id: str) -> Answer:
    """Every letter of my habit that has opened: what the log tells in time, and words another phone opened."""
    answer = api.get_letters(habit_id)
    if isinstance(answer, Done):
        with store.write() as db:
            _take_letters(db, habit_id, answer.body)
    return answer


def _take_letters(db: sqlite3.Connection, habit_id: str, body: Body) -> None:
    readable = {one["id"] for one in body["gold"]}
    for known in letters.gold(db, habit_id):
        if known["id"] not in readable:
            letters.remove_gold(db, known["id"])
    for one in body["gold"]:
        letters.save_gold(db, one)
    for one in body["blue"]:
        letters.save_opened(db, one)


def pull_my_gold(store: Store, api: Api, habit_id: str) -> Answer:
    """What I, a witness, have sealed there."""
    return _pull(store, snapshots.my_gold(habit_id), lambda _etag: api.get_my_gold(habit_id))


def pull_more_feed(store: Store, api: Api) -> Answer:
    """The page after what is here."""
    with store.read() as db:
        known = snapshots.get(db, snapshots.FEED)
    answer = api.get_feed(known.get("next") or "")
    if isinstance(answer, Done):
        seen = {card["check_in"] for card in known.get("items", [])}
        items = [card for card in answer.body["items"] if card["check_in"] not in seen]
        with store.write() as db:
            body = {"items": [*known.get("items", []), *items], "next": answer.body["next"]}
            snapshots.save(db, snapshots.FEED, body)
    return answer


def _pull(store: Store, key: str, ask: Callable[[str], Answer]) -> Answer:
    """Writes only when something changed, so that a quiet poll repaints nothing."""
    with store.read() as db:
        known, etag = snapshots.get(db, key), snapshots.etag(db, key)
    answer = ask(etag)
    if isinstance(answer, Done) and not answer.unchanged and (answer.body != known or answer.etag != etag):
        with store.write() as db:
            snapshots.save(db, key, answer.body, answer.etag)
    return answer
