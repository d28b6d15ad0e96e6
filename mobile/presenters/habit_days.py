"""A month of one habit, one of its days, and what that day still allows."""

from calendar import monthrange
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from mobile.presenters import copy, habit_copy, pictures
from mobile.presenters.habit_state import DayView, DayWay, MonthDay, MonthView, Span
from mobile.presenters.reading import Reading, shown_slot
from mobile.store.database import Body, Store
from shared.days import closes_at
from shared.languages import say
from shared.plans import Measure
from shared.states import DayState

_DAY = timedelta(days=1)


def month_of(reading: Reading, first: date) -> MonthView:
    """`first` is the first day of the month."""
    days = [first + offset * _DAY for offset in range(monthrange(first.year, first.month)[1])]
    return MonthView(
        name=habit_copy.month(first, reading.today),
        lead=first.weekday(),
        days=tuple(_month_day(reading, day) for day in days),
        earlier=first > begins(reading).replace(day=1),
        later=first < ends(reading),
    )


def begins(reading: Reading) -> date:
    return min(reading.fold.states, default=reading.today)


def ends(reading: Reading) -> date:
    """First day of the last month there is: the one after this, so that rest can be set ahead."""
    return (reading.today.replace(day=1) + 31 * _DAY).replace(day=1)


def _month_day(reading: Reading, day: date) -> MonthDay:
    check_in = reading.days.get(day.isoformat())
    photo = check_in is not None and shown_slot(check_in) is not None
    return MonthDay(day.isoformat(), day.day, state_of(reading, day), photo, day == reading.today)


def state_of(reading: Reading, day: date) -> str:
    """A DayState value, or a Span for days outside the fold; rest set ahead is rest."""
    state = reading.fold.states.get(day)
    if state is not None:
        return state.value
    if day < reading.today:
        return Span.BEFORE.value
    return DayState.REST.value if _rests(reading, day) else Span.AHEAD.value


def day_of(store: Store, reading: Reading, day: date) -> DayView | None:
    """None for days on which there was no promise yet."""
    state = state_of(reading, day)
    if state == Span.BEFORE:
        return None
    check_in = reading.days.get(day.isoformat())
    photo = pictures.own_photo(store, reading, check_in) if check_in else None
    return DayView(
        date=day.isoformat(),
        title=habit_copy.day_title(day, reading.today),
        words=_words(reading, day, state),
        number=copy.day_label(reading.number_of(day.isoformat())) if check_in else "",
        photo=photo,
        caption=pictures.words(check_in, reading.history.plan.in_force(day).unit) if check_in else "",
        late=day < reading.today,
        beside=photo is not None and reading.photo_days()[0]["date"] != day.isoformat(),
        ways=tuple(_ways(reading, day, check_in)),
    )


def _words(reading: Reading, day: date, state: str) -> str:
    if state == Span.AHEAD:
        return say(habit_copy.AHEAD)
    if state == DayState.GRACE:
        zone = ZoneInfo(reading.history.clock.changes[-1].zone)
        local = reading.grace_end(day).astimezone(zone)
        noon = (local.hour, local.minute) == (12, 0)
        return say(habit_copy.GRACE, time="noon" if noon else f"{local:%H:%M}")
    return say(habit_copy.STATE[DayState(state)])


def _ways(reading: Reading, day: date, check_in: Body | None) -> list[DayWay]:
    if check_in is not None:
        return [DayWay.UNDO] if reading.now < closes_at(reading.history.clock, day) else []
    if day > reading.today:
        return _ahead(reading, day)
    if day < reading.today:
        return _late(reading, day)
    posts = [DayWay.PHOTO, DayWay.TICK]
    if not _rests(reading, day):
        return [*posts, DayWay.REST]
    return [*posts, DayWay.NO_REST] if _rests_alone(reading, day) else posts


def _ahead(reading: Reading, day: date) -> list[DayWay]:
    if not _rests(reading, day):
        return [DayWay.REST]
    return [DayWay.NO_REST] if _rests_alone(reading, day) else []


def _late(reading: Reading, day: date) -> list[DayWay]:
    """Only the day before may still be added, until its grace has ended; what stays below a mark is kept anyway."""
    in_time = day == reading.today - _DAY and reading.now < reading.grace_end(day)
    if not in_time or reading.history.plan.in_force(day).measure is Measure.AT_MOST:
        return []
    posts = [DayWay.PHOTO, DayWay.TICK]
    return [*posts, DayWay.REST] if reading.in_grace == day else posts


def _rests(reading: Reading, day: date) -> bool:
    return any(span.covers(day) for span in reading.history.rests)


def _rests_alone(reading: Reading, day: date) -> bool:
    """This day rests for itself: that can be taken back without touching another day."""
    spans = [span for span in reading.history.rests if span.covers(day)]
    return all((span.first, span.last) == (day, day) for span in spans)
