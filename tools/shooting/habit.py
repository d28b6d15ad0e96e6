"""The page of one habit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kivy.core.window import Window
from kivy.uix.widget import Widget

from mobile.device.protocols import Rings
from mobile.presenters import alarm_words, habit_copy
from mobile.presenters.change_state import ChangeState, Choice, Rhythm
from mobile.presenters.habit_state import (
    DayView,
    DayWay,
    Duet,
    HabitState,
    MonthDay,
    MonthView,
    Numbers,
    Page,
    Span,
    Weekday,
)
from mobile.ui.screens.change import ChangeDesk, ChangeScreen
from mobile.ui.screens.habit.day_sheet import day_sheet
from mobile.ui.screens.habit.desk import HabitDesk
from mobile.ui.screens.habit.screen import HabitScreen
from mobile.ui.widgets.duets import DuetView
from mobile.ui.widgets.film import Film
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.scene import Scene
from shared.languages import say
from shared.moods import Expression
from shared.states import DayState
from tools.shooting.photos import SamplePhotos
from tools.shooting.today import LEO, MAYA, SAM, face

_NAMES = {
    "d": DayState.DONE, "D": DayState.DONE, "l": DayState.LATE, "r": DayState.REST, "o": DayState.OPEN,
    "m": DayState.MISSED, "f": DayState.FORGIVEN, "p": DayState.PARTIAL, "n": DayState.NOT_DUE, ".": Span.AHEAD,
    "b": Span.BEFORE,
}  # fmt: skip
_NOVEMBER = "DDdDDDdDDDfDlDDdDDdrDDD......r"
_CURVE = tuple(0.92 * (1 - 0.955**day) - (0.05 if 26 < day < 33 else 0) for day in range(1, 42))


def nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _month(states: str, today: int) -> MonthView:
    """One letter a day: D with a photo, d without, l late, r rest, o open, f forgiven, m missed, p partial."""
    days = tuple(
        MonthDay(f"2026-11-{n:02}", n, _NAMES[letter].value, letter in "Dl", n == today)
        for n, letter in enumerate(states, start=1)
    )
    return MonthView("November", date(2026, 11, 1).weekday(), days, earlier=True, later=True)


def _state(photos: SamplePhotos) -> HabitState:
    pairs = (41, 40, 33, 30)
    kept = ((5, 6), (6, 6), (4, 6), (5, 6), (5, 5), (6, 6), (6, 6))
    return HabitState(
        habit_id="h1", title="Morning run", line="Every day · with Maya, Leo and Sam", headline="Day 41",
        faces=tuple(face(who, Expression.COLOUR) for who in (LEO, MAYA, SAM)), month=_month(_NOVEMBER, 23),
        numbers=Numbers(86, 12, 21, 41, _CURVE),
        weekdays=tuple(Weekday(say(habit_copy.LETTERS)[n], *pair) for n, pair in enumerate(kept)),
        duets=tuple(
            Duet(f"2026-11-{n - 18}", photos.view("morning_run", 1), photos.view("morning_run", n), True, n != 41)
            for n in pairs
        ),
        film=(Page(photos.path("morning_run", 33), "Day 33"), Page(photos.path("morning_run", 41), "Day 41")),
        film_title=habit_copy.film(38), film_line=say(habit_copy.FILM_YOURS),
    )  # fmt: skip


def _screen(state: HabitState, *, dark: bool = False) -> Widget:
    return HabitScreen(desk=HabitDesk(*[nothing] * 7), state=state, dark=dark)


def _at_the_foot(screen: HabitScreen) -> Widget:
    screen.scroll.scroll_y = 0
    return screen


def habit(photos: SamplePhotos) -> Widget:
    return _screen(_state(photos))


def habit_night(photos: SamplePhotos) -> Widget:
    return _screen(_state(photos), dark=True)


def habit_foot(photos: SamplePhotos) -> Widget:
    return _at_the_foot(_screen(_state(photos)))


def habit_foot_night(photos: SamplePhotos) -> Widget:
    return _at_the_foot(_screen(_state(photos), dark=True))


def habit_every_state(photos: SamplePhotos) -> Widget:
    """Every sign a day can carry, long words, offline, a refusal, numbers put away."""
    state = replace(
        _state(photos), title="Morning run along the river, whatever the weather", offline=True, numbers=None,
        line="Mon, Wed and Fri · 5.2 km · with Maximiliane-Theodora and 11 more", headline="Day 1041",
        problem="That day has closed.", month=_month("bbDdlrfpmnDdlrfpmnDdlrfo.......", 24),
    )  # fmt: skip
    return _screen(state)


def habit_day_0(photos: SamplePhotos) -> Widget:
    state = replace(
        _state(photos), line="Every day", headline="Day 1", faces=(), duets=(), film=(), film_title="", weekdays=(),
        month=replace(_month("b" * 22 + "o" + "." * 7, 23), earlier=False), numbers=Numbers(0, 0, 0, 0),
    )  # fmt: skip
    return _screen(state)


def habit_loading(_photos: SamplePhotos) -> Widget:
    return _screen(HabitState())


def _touched(photos: SamplePhotos, day: DayView, *, dark: bool = False) -> Widget:
    palette = _screen(_state(photos), dark=dark).palette
    sheet = day_sheet(day=day, palette=palette, on_way=nothing, on_duet=nothing, on_close=nothing)
    sheet.shade = 1
    root = Layers(size=Window.size, size_hint=(None, None))
    root.add_widget(Scene(palette=palette))
    root.add_widget(sheet)
    return root


def habit_day(photos: SamplePhotos) -> Widget:
    day = DayView(
        "2026-11-18", "Wednesday, 18 November", "You showed up.", "Day 36", caption="5.2 km, no stops", beside=True,
        photo=photos.view("morning_run", 40, when="Wednesday, morning · taken now"),
    )  # fmt: skip
    return _touched(photos, day)


def habit_day_late(photos: SamplePhotos) -> Widget:
    ways = (DayWay.PHOTO, DayWay.TICK, DayWay.REST)
    day = DayView("2026-11-22", "Sunday, 22 November", "Still counts until noon.", late=True, ways=ways)
    return _touched(photos, day, dark=True)


def habit_duet(photos: SamplePhotos) -> Widget:
    pair = DuetView(on_step=nothing, on_close=nothing)
    one = photos.view("morning_run", 30, when="12 November, morning · taken now")
    pair.show(Duet("2026-11-12", photos.view("morning_run", 1), one, True, True))
    return pair


def habit_film(photos: SamplePhotos) -> Widget:
    film = Film(pages=_state(photos).film, calm=True, on_end=nothing)
    film.show_page(1)
    return film


def _changing() -> ChangeState:
    days = tuple(Choice(n, letter, n in (0, 2, 4)) for n, letter in enumerate(say(habit_copy.LETTERS)))
    at = ((420, "7:00"), (720, "12:00"), (1080, "18:00"), (1200, "20:00"), (1290, "21:30"))
    return ChangeState(
        habit_id="h1", title="Morning run", icon="directions_run", rhythms=(Rhythm.DAYS, Rhythm.TIMES), weekdays=days,
        times=tuple(Choice(n, str(n), n == 3) for n in range(1, 8)), can_save=True,
        holds_from=habit_copy.from_day(date(2026, 11, 24), date(2026, 11, 23)),
        reminders=tuple(Choice(minute, label, minute == 420) for minute, label in at),
    )  # fmt: skip


def _change_screen(state: ChangeState, *, dark: bool = False) -> Widget:
    return ChangeScreen(desk=ChangeDesk(*[nothing] * 11), state=state, dark=dark)


def change(_photos: SamplePhotos) -> Widget:
    return _change_screen(_changing())


def change_refused(_photos: SamplePhotos) -> Widget:
    return _change_screen(replace(_changing(), rings=alarm_words.RINGS[Rings.NOT]))


def change_night(_photos: SamplePhotos) -> Widget:
    state = replace(
        _changing(), rhythms=(Rhythm.AS_IT_IS, Rhythm.DAYS, Rhythm.TIMES), rhythm=Rhythm.TIMES, discreet=True,
        as_it_is="Every 3 days · at most 12 cups", problem="That name is too long.",
    )  # fmt: skip
    return _change_screen(state, dark=True)


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "habit": habit, "habit_night": habit_night, "habit_foot": habit_foot, "habit_foot_night": habit_foot_night,
    "habit_every_state": habit_every_state, "habit_day_0": habit_day_0, "habit_loading": habit_loading,
    "habit_day": habit_day, "habit_day_late": habit_day_late, "habit_duet": habit_duet, "habit_film": habit_film,
    "change": change, "change_night": change_night, "change_refused": change_refused,
}  # fmt: skip
