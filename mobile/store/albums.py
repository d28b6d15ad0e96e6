"""Which of my own photos the page of one habit shows, so that those which aren't here are fetched."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from mobile.store import kv

T = TypeVar("T")
FILM = 60
"""Photos a film holds at the most: more would neither fit the cache nor be looked at."""


@dataclass(frozen=True, slots=True)
class Looked:
    """The page looked at last, kept after it is closed: offline it shows what it showed then."""

    habit: str = ""
    month: str = ""
    """For instance "2026-11"."""


def look_at(db: sqlite3.Connection, habit: str, month: str) -> None:
    kv.put(db, kv.ALBUM, f"{habit}/{month}")


def looked_at(db: sqlite3.Connection) -> Looked:
    habit, _, month = kv.get(db, kv.ALBUM).partition("/")
    return Looked(habit, month)


def film_of(shown: Sequence[T]) -> list[T]:
    """All of them, or as many as a film holds, evenly spread, the first and the last among them."""
    if len(shown) <= FILM:
        return list(shown)
    return [shown[round(step * (len(shown) - 1) / (FILM - 1))] for step in range(FILM)]
