"""Lines written about days: mine on friends' cards, friends' on my own day and in my notices."""

import sqlite3
from collections.abc import Iterable

from mobile.store import snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind


def mine_on(card: Body, listed: Iterable[Command]) -> list[Body]:
    """What I wrote about a friend's day, what is on its way or was refused included; each with its `id` and `text`."""
    kept = {said["id"]: said for said in card.get("my_comments", [])}
    for command in listed:
        if command.kind not in (Kind.COMMENT, Kind.REMOVE_COMMENT) or not _is_about(card, command):
            continue
        comment = command.target["comment"]
        if command.kind is Kind.COMMENT:
            kept[comment] = {"id": comment, "text": command.body["text"]}
        else:
            kept.pop(comment, None)
    return list(kept.values())


def removed(listed: Iterable[Command]) -> set[str]:
    """Ids of lines taken away here that the server has not heard about."""
    return {command.target["comment"] for command in listed if command.kind is Kind.REMOVE_COMMENT}


def take(db: sqlite3.Connection, command: Command) -> None:
    """The server knows: what it printed last is patched until it prints anew."""
    for key, name in ((snapshots.ROUNDS, "cards"), (snapshots.FEED, "items")):
        body = snapshots.get(db, key)
        for card in body.get(name, []):
            if _is_about(card, command):
                card["my_comments"] = mine_on(card, [command])
        _save(db, key, body)
    if command.kind is Kind.REMOVE_COMMENT:
        _forget(db, command.target["comment"])


def _forget(db: sqlite3.Connection, comment_id: str) -> None:
    """A friend's line about my own day."""
    today, notices = snapshots.get(db, snapshots.TODAY), snapshots.get(db, snapshots.NOTICES)
    for item in today.get("habits", []):
        item["comments"] = [said for said in item.get("comments", []) if said["id"] != comment_id]
    notices["items"] = [one for one in notices.get("items", []) if one.get("about") != comment_id]
    _save(db, snapshots.TODAY, today)
    _save(db, snapshots.NOTICES, notices)


def _is_about(card: Body, command: Command) -> bool:
    return (card["habit"]["id"], card["date"]) == (command.target["habit"], command.target["date"])


def _save(db: sqlite3.Connection, key: str, body: Body) -> None:
    """With its old ETag gone: the next answer comes whole."""
    if len(body) > 1 or body.get("items"):
        snapshots.save(db, key, body)
