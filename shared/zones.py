"""Wall times of one IANA zone, read from the pinned tzdata package.

The operating system's own zone files are left aside: phone and server must agree to the minute.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from shared.codes import Code, Refused


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Every zone of the pinned tzdata, old spellings included."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text().split())


def check_zone(name: str) -> None:
    """Raises Refused(unknown_zone) unless tzdata has a zone spelled exactly so."""
    if name not in names():
        raise Refused(Code.UNKNOWN_ZONE)


@cache
def load(name: str) -> ZoneInfo:
    """The zone of this name; raises Refused(unknown_zone)."""
    check_zone(name)
    source = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with source.open("rb") as data:
        return ZoneInfo.from_file(data, key=name)


@lru_cache(maxsize=16_384)
def first_instant(zone: str, day: date, minute: int) -> datetime:
    """The first instant at which this zone's clocks read `minute` minutes past midnight of `day`, or later.

    In an overlap that is the first occurrence, in a gap the instant the gap ends. `minute` may pass 1440.
    """
    tz = load(zone)
    wall = datetime.combine(day, time.min) + timedelta(minutes=minute)
    instant = wall.replace(tzinfo=tz).astimezone(UTC)
    if instant.astimezone(tz).replace(tzinfo=None) == wall:
        return instant
    return _end_of_gap(tz, wall)


def shown_day(zone: str, day_start: int, at: datetime) -> date:
    """The habit day of `at` for somebody who never leaves this zone."""
    local = at.astimezone(load(zone)).replace(tzinfo=None)
    day = (local - timedelta(minutes=day_start)).date()
    # A gap or an overlap around the day's start makes the subtraction wrong by a day at most.
    while at < first_instant(zone, day, day_start):
        day -= timedelta(days=1)
    while at >= first_instant(zone, day + timedelta(days=1), day_start):
        day += timedelta(days=1)
    return day


def _end_of_gap(tz: ZoneInfo, wall: datetime) -> datetime:
    """The change of clocks that jumps over `wall`, found by bisection to the second."""
    before = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    after = wall.replace(tzinfo=tz, fold=0).astimezone(UTC)
    old = before.astimezone(tz).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(tz).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
