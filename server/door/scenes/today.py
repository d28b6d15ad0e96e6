"""Today: one habit, its crowd, and the one thing to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from server.door.scenes.bands import Band, band_of
from server.door.scenes.faces import Face, crowd, first_answer
from server.door.scenes.headlines import Headline, foot_of, headline_of, is_fresh
from server.feed.selectors.today import Overview, Today
from server.habits.selectors.days import slots_of
from server.habits.selectors.photo_places import PhotoPlace
from server.media.models import PhotoState
from server.people.models import Person
from shared import limits
from shared import sentences as words
from shared.codes import Code, Refused
from shared.dates import date_line, weekday
from shared.languages import message, say
from shared.moods import Mood
from shared.plans import Measure
from shared.states import DayState

DAYS = {
    DayState.OPEN: message("open"), DayState.GRACE: message("still counts"), DayState.DONE: message("in"),
    DayState.LATE: message("in"), DayState.PARTIAL: message("partly in"), DayState.REST: message("rest"),
    DayState.FORGIVEN: message("forgiven"), DayState.MISSED: message("empty"), DayState.NOT_DUE: message("nothing due"),
}  # fmt: skip
"""A day of the week in words."""


@dataclass(frozen=True, slots=True)
class Dot:
    letter: str
    name: str
    state: str
    said: str
    today: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """Yesterday, while it may still be added."""

    text: str
    date: str


@dataclass(frozen=True, slots=True)
class Photo:
    """Where a photo of this habit is, and what is said of it to whoever doesn't see it."""

    date: str
    n: int
    label: str
    alt: str


@dataclass(frozen=True, slots=True)
class TodayScene:
    habit_id: UUID
    title: str
    date: str
    date_line: str
    mood: str
    headline: Headline
    faces: Sequence[Face]
    tabs: Sequence[tuple[UUID, str, str, bool]]
    """Habits: id, icon, title, and whether it is this one."""
    done: bool
    shown: bool
    """Something was posted for today, enough or not."""
    resting: bool
    cold: bool
    spared: bool
    before: Photo | None
    now: Photo | None
    caption: str
    empty_day: str
    first: Face | None
    first_said: str
    strip: Strip | None
    week: Sequence[Dot]
    foot: str
    season: str
    season_over: bool
    band: Band | None
    has_seats: bool
    measured: bool
    at_most: bool


def scene_of(overview: Overview, habit_id: UUID | None) -> TodayScene | None:
    """The chosen habit, else the first; None without any. Raises Refused(not_found) for another's."""
    if not overview.habits and habit_id is None:
        return None
    return _scene(_chosen(overview.habits, habit_id), overview)


def _chosen(habits: Sequence[Today], habit_id: UUID | None) -> Today:
    if habit_id is None:
        return habits[0]
    found = next((today for today in habits if today.habit.id == habit_id), None)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def _scene(today: Today, overview: Overview) -> TodayScene:
    cold = is_fresh(today) and not today.done and today.mood is not Mood.QUIET
    measure = today.history.plan.in_force(today.day).measure
    first, first_said = _first(today)
    return TodayScene(
        habit_id=today.habit.id, title=today.habit.title, date=today.day.isoformat(),
        date_line=date_line(today.day), mood=today.mood.value, headline=headline_of(today),
        faces=crowd(today), tabs=_tabs(today, overview),
        done=today.done, shown=today.check_in is not None, resting=today.resting, cold=cold, spared=today.spared,
        before=_before(today, cold=cold), now=_now(today), caption=today.check_in.caption if today.check_in else "",
        empty_day=weekday(today.miss.miss.date) if today.miss and cold else "", first=first,
        first_said=first_said, strip=_strip(today, overview.person), week=_week(today), foot=foot_of(today),
        season=_season(today), season_over=today.season.asks, band=band_of(today), has_seats=bool(today.seats),
        measured=measure is not Measure.TICK, at_most=measure is Measure.AT_MOST,
    )  # fmt: skip


def _tabs(today: Today, overview: Overview) -> list[tuple[UUID, str, str, bool]]:
    return [(t.habit.id, t.habit.icon, t.habit.title, t.habit.id == today.habit.id) for t in overview.habits]


def _first(today: Today) -> tuple[Face | None, str]:
    seat = first_answer(today)
    if seat is None:
        return None, ""
    face = next((face for face in crowd(today) if face.person_id == str(seat.person_id)), None)
    return face, words.saw_first(seat.person.name)


def _before(today: Today, *, cold: bool) -> Photo | None:
    """Day 1 beside today; on a cold day, the photo before the empty one."""
    if today.ends is None:
        return None
    place = today.ends.last if cold else today.ends.first
    if place.date == today.day:
        return None
    label = words.day_label(today.fold.day_number) if cold else words.day_label(1)
    return _photo(today, place, label)


def _now(today: Today) -> Photo | None:
    if today.check_in is None:
        return None
    ready = [
        slot for slot in slots_of([today.check_in])[today.check_in.id] if slot.photo and _is_ready(slot.photo.state)
    ]
    label = words.day_label(today.day_number)
    return _photo(today, PhotoPlace(today.day, ready[0].n), label) if ready else None


def _is_ready(state: str) -> bool:
    return state == PhotoState.READY


def _photo(today: Today, place: PhotoPlace, label: str) -> Photo:
    return Photo(
        place.date.isoformat(),
        place.n,
        label,
        say("{label}: your photo of {date}", label=label, date=date_line(place.date)),
    )


def _strip(today: Today, person: Person) -> Strip | None:
    if today.grace is None:
        return None
    day, until = today.grace
    return Strip(words.still_counts(until, today.history.clock.zone_at(today.now)), day.isoformat())


def _week(today: Today) -> list[Dot]:
    return [_dot(day, today) for day in today.week]


def _dot(day: date, today: Today) -> Dot:
    state = today.state_of(day)
    name = weekday(day)
    return Dot(name[0], say("Today") if day == today.day else name, state.value, say(DAYS[state]), day == today.day)


def _season(today: Today) -> str:
    stands = today.season
    if stands.season is None or not stands.runs:
        return ""
    return words.season_day(today.day, stands.season.day_of(today.day), limits.SEASON_DAYS)
