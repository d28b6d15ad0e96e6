"""Random people: where they live, how they move, what they promise, what they do."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from shared.days import ClockChange, PersonClock, closes_at, next_day_change, opens_at, with_change
from shared.history import History, Mark, RestSpan
from shared.plans import Frequency, Measure, Plan, Schedule, Version

# Far ends of the earth, half-hour changes of clocks, midnight changes, Ramadan pauses, no changes at all.
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
    "Pacific/Kiritimati",
)
START = date(2026, 3, 1)
BEGINNING = datetime(2026, 2, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)

zone_names = st.sampled_from(ZONES)
day_starts = st.sampled_from((0, 0, 0, 150, 240, 720))
# Nobody flies to another zone and on within the hour.
pauses = st.integers(1, 24 * 60).map(lambda hours: timedelta(hours=hours))


@st.composite
def journeys(draw, moves: int = 6) -> PersonClock:
    """A person who moves, and now and then lets their day start at another time."""
    clock = PersonClock((ClockChange(BEGINNING, draw(zone_names), draw(day_starts)),))
    at = BEGINNING + timedelta(days=draw(st.integers(20, 40)))
    for _ in range(draw(st.integers(0, moves))):
        at += draw(pauses)
        if draw(st.integers(0, 4)):
            clock = with_change(clock, ClockChange(at, draw(zone_names), clock.day_start_at(at)))
        else:
            change = next_day_change(clock, at, draw(day_starts))
            clock, at = with_change(clock, change), max(at, change.from_instant)
    return clock


@st.composite
def schedules(draw) -> Schedule:
    frequency = draw(st.sampled_from(Frequency))
    quota = frequency in (Frequency.PER_WEEK, Frequency.PER_MONTH)
    measures = [Measure.TICK, Measure.AT_LEAST] if quota else list(Measure)
    measure = draw(st.sampled_from(measures))
    lowest = 0 if measure is Measure.AT_MOST else 1
    return Schedule(
        frequency,
        weekdays=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        times=draw(st.integers(1, 31 if frequency is Frequency.PER_MONTH else 7)),
        every=draw(st.integers(1, 12)),
        measure=measure,
        target=None if measure is Measure.TICK else Decimal(draw(st.integers(lowest, 5))),
    )


@st.composite
def plans(draw) -> Plan:
    versions = [Version(START, draw(schedules()))]
    for _ in range(draw(st.integers(0, 2))):
        later = versions[-1].valid_from + timedelta(days=draw(st.integers(1, 20)))
        versions.append(Version(later, draw(schedules())))
    return Plan(START, tuple(versions), gentle_days=draw(st.sampled_from((0, 7))))


@st.composite
def marks_on(draw, clock: PersonClock, day: date) -> Mark:
    """A check-in captured some time between the day's opening and the end of its grace."""
    opens, closes = opens_at(clock, day), closes_at(clock, day)
    late = draw(st.booleans())
    captured = closes + timedelta(hours=1) if late else opens + (closes - opens) * draw(st.floats(0, 0.99))
    return Mark(day, captured, late, draw(st.none() | st.integers(0, 6).map(Decimal)))


@st.composite
def histories(draw, clocks=None, length: int = 50) -> History:
    clock = draw(clocks if clocks is not None else journeys())
    chosen = draw(st.lists(st.integers(-3, length), unique=True))
    marks = tuple(draw(marks_on(clock, START + timedelta(days=offset))) for offset in chosen)
    return History(clock, draw(plans()), marks, draw(st.lists(rests(length), max_size=3).map(tuple)))


@st.composite
def rests(draw, length: int = 50) -> RestSpan:
    first = START + timedelta(days=draw(st.integers(0, length)))
    return RestSpan(first, draw(st.none() | st.integers(0, 9).map(lambda more: first + timedelta(days=more))))


moments = st.integers(0, 60 * 24).map(lambda hours: datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=hours))
