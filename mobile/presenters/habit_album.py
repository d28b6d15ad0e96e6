"""Duets and the film: what the photos of one habit make together."""

from collections.abc import Sequence

from mobile.presenters import copy, pictures
from mobile.presenters.habit_state import Duet, Page
from mobile.presenters.reading import Reading, shown_slot
from mobile.store import albums
from mobile.store.database import Body, Store

STRIP = 10
"""Duets that lie side by side on the page; the others are a touch away."""


def duets_of(store: Store, reading: Reading, shown: Sequence[Body]) -> tuple[Duet, ...]:
    """The latest, newest first. `shown` are the check-ins with a photo, oldest first."""
    latest = range(len(shown) - 1, max(0, len(shown) - 1 - STRIP), -1)
    duets = (_duet(store, reading, shown, place) for place in latest)
    return tuple(duet for duet in duets if duet is not None)


def duet_of(store: Store, reading: Reading, shown: Sequence[Body], day: str) -> Duet | None:
    """Day 1 beside this day; None where either has no photo to show."""
    dates = [body["date"] for body in shown]
    return _duet(store, reading, shown, dates.index(day)) if day in dates[1:] else None


def neighbour(shown: Sequence[Body], day: str, step: int) -> str:
    """The date of the photo `step` after this one; the day itself at either end."""
    dates = [body["date"] for body in shown]
    place = dates.index(day) + step if day in dates else 0
    return str(dates[place]) if 1 <= place < len(dates) else day


def _duet(store: Store, reading: Reading, shown: Sequence[Body], place: int) -> Duet | None:
    first = pictures.own_photo(store, reading, shown[0])
    other = pictures.own_photo(store, reading, shown[place])
    if first is None or other is None:
        return None
    return Duet(shown[place]["date"], first, other, earlier=place > 1, later=place < len(shown) - 1)


def film_of(store: Store, reading: Reading, shown: Sequence[Body]) -> tuple[int, tuple[Page, ...]]:
    """How many pages the film has, and those that lie here."""
    bodies = albums.film_of(shown)
    pages = []
    for body in bodies:
        slot = shown_slot(body)
        path = pictures.own_path(store, body, slot) if slot else None
        if path is not None:
            pages.append(Page(path, copy.day_label(reading.number_of(body["date"]))))
    return len(bodies), tuple(pages)
