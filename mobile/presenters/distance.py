"""How far I keep my friends: what the server said last, and over it what this phone has yet to tell it."""

from collections.abc import Iterable

from mobile.store.database import Body
from mobile.store.outbox import Command, Kind


def muted(friends: Iterable[Body], waiting: Iterable[Command]) -> frozenset[str]:
    """Ids of friends whose deeds don't come up by themselves."""
    return _kept("muted", friends, waiting)


def restricted(friends: Iterable[Body], waiting: Iterable[Command]) -> frozenset[str]:
    """Ids of friends who see nothing of mine."""
    return _kept("restricted", friends, waiting)


def may_write(friends: Iterable[Body], waiting: Iterable[Command]) -> frozenset[str]:
    """Ids of friends who may write to me in their own words."""
    said = {friend["id"]: bool(friend.get("own_words")) for friend in friends}
    for command in waiting:
        if command.kind is Kind.LET_WRITE:
            said[command.target["person"]] = command.body["allowed"]
    return frozenset(person for person, may in said.items() if may)


def hidden(friends: Iterable[Body], waiting: Iterable[Command]) -> frozenset[str]:
    """Ids of people whose cards this phone shows no more, before the server has heard why."""
    commands = list(waiting)
    gone = {c.target["person"] for c in commands if c.kind in (Kind.UNFRIEND, Kind.BLOCK)}
    return muted(friends, commands) | gone


def _kept(how: str, friends: Iterable[Body], waiting: Iterable[Command]) -> frozenset[str]:
    said = {friend["id"]: bool(friend.get(how)) for friend in friends}
    for command in waiting:
        if command.kind is Kind.KEEP_DISTANCE:
            said[command.target["person"]] = bool(command.body[how])
    return frozenset(person for person, kept in said.items() if kept)
