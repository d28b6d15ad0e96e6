"""Names of rows: time-ordered UUIDs made on the phone, and names both sides can work out alone."""

import secrets
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from shared import clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MISSES = UUID("6b1f7c1e-52c7-5c0e-9d55-3a0f4b7e6c01")
_REMINDERS = UUID("6b1f7c1e-52c7-5c0e-9d55-3a0f4b7e6c02")
_END = 0xE000_0000_0000
"""Milliseconds since 1970 that no id of ours reaches (in 9774): 48 bits go on to 10889, a datetime ends with 9999."""


def uuid7() -> UUID:
    """A new UUIDv7 of the present instant."""
    return uuid7_at(clock.now())


def uuid7_at(instant: datetime) -> UUID:
    """A new UUIDv7 that sorts by `instant`, to a quarter of a microsecond; the rest is random."""
    microseconds = (instant - _EPOCH) // timedelta(microseconds=1)
    milliseconds, rest = divmod(microseconds, 1000)
    if not 0 <= milliseconds < _END:
        raise ValueError("A UUIDv7 holds instants from 1970 to 9774.")
    value = milliseconds << 80 | 0x7 << 76 | (rest * 4096 // 1000) << 64
    return UUID(int=value | 0b10 << 62 | secrets.randbits(62))


def first_at(instant: datetime) -> UUID:
    """What every UUIDv7 made from this millisecond on sorts after, and none before it: to compare with, no name."""
    return UUID(int=max(0, (instant - _EPOCH) // timedelta(milliseconds=1)) << 80)


def is_uuid7(value: UUID) -> bool:
    """Whether this is a UUIDv7 of an instant that a calendar can hold."""
    return value.version == 7 and value.int >> 80 < _END


def instant_of(made: UUID) -> datetime:
    """When this UUIDv7 was made, to the millisecond."""
    return _EPOCH + timedelta(milliseconds=made.int >> 80)


def miss_id(habit_id: UUID, day: date) -> UUID:
    """The name of the miss of this habit on this habit day; the same on phone and server."""
    return uuid5(_MISSES, f"{habit_id}/{day.isoformat()}")


def reminder_id(habit_id: UUID, day: date, slot: int) -> UUID:
    """The name of the `slot`-th reminder of this habit on this habit day."""
    return uuid5(_REMINDERS, f"{habit_id}/{day.isoformat()}/{slot}")
