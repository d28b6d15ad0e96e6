"""Ana and her habits: short ways to say who lives where, promised what, and did what when."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from shared.days import ClockChange, PersonClock, wall_time
from shared.history import History, Mark, RestSpan
from shared.plans import Frequency, Measure, Plan, Schedule, Version

LONG_AGO = datetime(2010, 1, 1, tzinfo=UTC)
BERLIN = "Europe/Berlin"
TOKYO = "Asia/Tokyo"
LOS_ANGELES = "America/Los_Angeles"

DAILY = Schedule(Frequency.DAILY)
MWF = Schedule(Frequency.WEEKDAYS, weekdays=frozenset({0, 2, 4}))
THRICE = Schedule(Frequency.PER_WEEK, times=3)


def local(zone: str, text: str, fold: int = 0) -> datetime:
    """The instant at which clocks in `zone` read `text`; worked out apart from the code under test."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def living_in(zone: str = BERLIN, day_start: int = 0) -> PersonClock:
    return PersonClock((ClockChange(LONG_AGO, zone, day_start),))


def moving(first: str, *moves: tuple[datetime, str], day_start: int = 0) -> PersonClock:
    changes = (ClockChange(instant, zone, day_start) for instant, zone in moves)
    return PersonClock((ClockChange(LONG_AGO, first, day_start), *changes))


def at_least(target: int, frequency: Frequency = Frequency.DAILY, times: int = 1) -> Schedule:
    return Schedule(frequency, times=times, measure=Measure.AT_LEAST, target=Decimal(target), unit="km")


def at_most(target: int) -> Schedule:
    return Schedule(Frequency.DAILY, measure=Measure.AT_MOST, target=Decimal(target), unit="cups")


def done(clock: PersonClock, day: date, hour: int = 18, amount: int | None = None) -> Mark:
    """Ana's check-in on this habit day, in time."""
    return Mark(day, wall_time(clock, day, hour * 60), amount=None if amount is None else Decimal(amount))


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=offset) for offset in range(count)]


def promise(schedule: Schedule, starts_on: date, *, gentle_days: int = 0) -> Plan:
    """Without the gentle week, unless a test is about it."""
    return Plan(starts_on, (Version(starts_on, schedule),), gentle_days)


def habit(
    schedule: Schedule,
    starts_on: date,
    done_on: list[date] | None = None,
    *,
    clock: PersonClock | None = None,
    rests: tuple[RestSpan, ...] = (),
    gentle_days: int = 0,
    marks: tuple[Mark, ...] = (),
) -> History:
    clock = clock or living_in()
    plan = promise(schedule, starts_on, gentle_days=gentle_days)
    return History(clock, plan, (*(done(clock, day) for day in done_on or []), *marks), rests)
