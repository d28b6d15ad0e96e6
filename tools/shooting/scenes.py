"""Every picture by name."""

from dataclasses import replace

from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from mobile.presenters.people_state import NoticeView
from mobile.presenters.today_state import TodayState
from mobile.ui.screens.letters.desk import BandDesk
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.screens.today.lines import BesideDesk, TodayLines
from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.tabbar import TabBar
from tools.shooting import (
    account,
    beside,
    circles,
    first,
    habit,
    keys,
    letters,
    others,
    own_words,
    promise,
    scan,
    seasons,
    sheets,
    today,
)
from tools.shooting.notices import LONG, REMINDER
from tools.shooting.others import nothing
from tools.shooting.photos import SamplePhotos


def scenes(photos: SamplePhotos, *, offline: bool = False) -> dict[str, today.Screen]:
    """`offline`: Today says that there is no network; elsewhere a scene is as it is."""
    screens: dict[str, today.Screen] = {}
    states = today.STATES | letters.TODAY | beside.TODAY | own_words.TODAY
    for name, state in states.items():
        screens[f"today_{name}"] = lambda state=state: _today(_told(state(photos), offline), dark=False)
    for name in (*today.BY_NIGHT, *letters.BY_NIGHT, *beside.BY_NIGHT):
        screens[f"today_{name}_night"] = lambda name=name: _today(_told(states[name](photos), offline), dark=True)
    for name, dark in {"": False, "_night": True}.items():
        screens |= _moving(photos, name, dark=dark)
    for name, told in {"news": REMINDER, "news_long": LONG}.items():
        screens[f"today_{name}"] = lambda told=told: _today(
            _told(today.waiting(photos), offline), dark=False, told=told
        )
    return screens | _whole_screens(photos)


def _told(state: TodayState, offline: bool) -> TodayState:
    return replace(state, offline=True) if offline else state


def _whole_screens(photos: SamplePhotos) -> dict[str, today.Screen]:
    screens: dict[str, today.Screen] = {}
    pictures = (
        others.PICTURES
        | letters.PICTURES
        | seasons.PICTURES
        | circles.PICTURES
        | habit.PICTURES
        | account.PICTURES
        | promise.PICTURES
    )
    more = own_words.PICTURES | scan.PICTURES | keys.PICTURES | first.PICTURES
    for name, picture in (pictures | beside.PICTURES | more).items():
        screens[name] = lambda picture=picture: _whole(picture(photos))
    for name, (tab, picture) in (others.WITH_TABS | beside.WITH_TABS).items():
        screens[name] = lambda tab=tab, picture=picture: with_tabs(picture(photos), tab)
    return screens


def _moving(photos: SamplePhotos, name: str, *, dark: bool) -> dict[str, today.Screen]:
    """By day or by night, what passes or lies above a screen for a while."""

    def cold() -> TodayScreen:
        return _screen(letters.cold(photos), dark=dark)

    return {
        f"letter_burning{name}": lambda: letters.burning(_today(letters.gone(photos), dark=dark), gone=0.52),
        f"replay{name}": lambda: with_tabs(sheets.replayed(photos, _screen, dark=dark), "today"),
        f"hard_time{name}": lambda: sheets.over(cold(), sheets.HARD_TIME),
        f"who_checks{name}": lambda: sheets.over(cold(), sheets.WHO_CHECKS),
        f"less_of_this{name}": lambda: sheets.over(others.feed(photos, dark=dark), first.LESS),
        f"distance{name}": lambda: sheets.over(others.crowd(photos, dark=dark), sheets.DISTANCE),
        f"quiet_hours{name}": lambda: sheets.over(others.me(photos, dark=dark), sheets.QUIET_HOURS),
    }


def _today(state: TodayState, *, dark: bool, told: NoticeView | None = None) -> Widget:
    screen = _screen(state, dark=dark)
    screen.tell(told, slowly=False)
    return with_tabs(screen, "today")


def _screen(state: TodayState, *, dark: bool) -> TodayScreen:
    about = BandDesk(*[nothing] * 5)
    desk = TodayDesk(*[nothing] * 12, letter=about, models=nothing, line=nothing)
    lines = TodayLines(*[nothing] * 6, letter=about, friends=BesideDesk(*[nothing] * 4))
    return TodayScreen(lines=lines, desk=desk, dark=dark, state=state)


def with_tabs(screen: Widget, selected: str) -> Widget:
    root = FloatLayout(size=Window.size, size_hint=(None, None))
    bar = TabBar(on_tab=nothing, on_camera=nothing, selected=selected)
    dress(bar, screen.palette)
    root.add_widget(screen)
    root.add_widget(bar)
    return root


def _whole(screen: Widget) -> Widget:
    screen.size_hint, screen.size = (None, None), Window.size
    return screen
