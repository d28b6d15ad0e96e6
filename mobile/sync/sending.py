"""Tells the server what was done here, strictly in order. A command leaves the outbox only with its applied answer."""

import sqlite3
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from mobile.api.answers import Answer, Done, Later, Refused
from mobile.api.client import Api
from mobile.store import outbox, photos
from mobile.store.database import Store
from mobile.store.outbox import Command, Kind
from mobile.store.photos import PhotoState
from mobile.sync.applying import apply_answer
from mobile.sync.commands import ALONE_THEN, CALLS, GONE_IS_DONE, LOST_QUIETLY, WORDS_GO
from shared.codes import SENTENCES, Code
from shared.languages import say


class Sent(StrEnum):
    EMPTY = "empty"
    """Nothing waits any more."""
    LATER = "later"
    """The network or the server asks for patience; the first command waits and all behind it."""
    SIGNED_OUT = "signed_out"
    TERMS = "terms"
    """Everything waits until the person has said yes to the terms in force."""


@dataclass(frozen=True, slots=True)
class Outcome:
    sent: Sent
    count: int = 0
    """How many commands ended, done or refused."""
    retry_after: timedelta | None = None


def send_waiting(store: Store, api: Api) -> Outcome:
    """Send until nothing waits or the server can't take more now."""
    count = 0
    while (command := _next(store)) is not None:
        answer = _ask(store, api, command)
        if isinstance(answer, Later):
            return Outcome(Sent.LATER, count, answer.retry_after)
        if isinstance(answer, Refused) and answer.status == 401:
            return Outcome(Sent.SIGNED_OUT, count)
        if isinstance(answer, Refused) and answer.code == Code.TERMS_TO_ACCEPT:
            return Outcome(Sent.TERMS, count)
        _finish(store, command, answer)
        if command.kind in WORDS_GO:
            store.wipe()
        count += 1
    return Outcome(Sent.EMPTY, count)


def _next(store: Store) -> Command | None:
    with store.read() as db:
        return outbox.next_waiting(db)


def _ask(store: Store, api: Api, command: Command) -> Answer:
    """Count the attempt first: after a kill in between, nobody can tell whether the server heard."""
    with store.write() as db:
        outbox.count_attempt(db, command.id)
    if command.kind is Kind.PHOTO:
        return _send_photo(store, api, command)
    return CALLS[command.kind](api, command)


def _send_photo(store: Store, api: Api, command: Command) -> Answer:
    photo_id = command.target["photo"]
    try:
        content = photos.path_of(store, photo_id).read_bytes()
    except FileNotFoundError:
        return Refused(0, Code.PHOTO_MISSING, say(SENTENCES[Code.PHOTO_MISSING]))
    return api.put_photo(photo_id, content, command.body["source"])


def _finish(store: Store, command: Command, answer: Done | Refused) -> None:
    """ONE transaction: the answer is applied and the command ends, or neither."""
    with store.write() as db:
        # Dropped by the person while it was on its way: the answer still holds, only the row is gone.
        if isinstance(answer, Refused):
            if command.kind is Kind.PHOTO:
                photos.mark(db, command.target["photo"], PhotoState.REFUSED, answer.code)
            _end_refused(db, command, answer)
            return
        outbox.remove(db, command.id)
        if command.kind is Kind.PHOTO:
            photos.mark(db, command.target["photo"], PhotoState.SENT)
        else:
            apply_answer(db, command, answer.body)


def _end_refused(db: sqlite3.Connection, command: Command, answer: Refused) -> None:
    if command.kind is Kind.START_BESIDE and answer.code in ALONE_THEN:
        outbox.turn_into(db, command.id, Kind.HABIT, command.body["promise"])
        return
    gone_quietly = command.kind in GONE_IS_DONE and answer.code == Code.NOT_FOUND
    if command.kind in LOST_QUIETLY or gone_quietly:
        outbox.remove(db, command.id)
    else:
        outbox.refuse(db, command.id, answer.code, answer.detail)
