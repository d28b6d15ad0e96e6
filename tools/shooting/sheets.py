"""What asks from below: a hard time, who may check, a friend at a distance, quiet hours; and faces that turn."""

from collections.abc import Callable
from dataclasses import replace

from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.widgets.sheet import Sheet, Way
from shared.languages import say
from tools.shooting import today
from tools.shooting.photos import SamplePhotos


def nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _way(text: str, icon: str, *, main: bool = False) -> Way:
    return Way(text, icon, text, nothing, main=main)


HARD_TIME = (
    copy.HARD_TIME, copy.HARD_TIME_DETAIL, _way(copy.REST_A_WHILE, "bedtime", main=True),
    _way(copy.ASK_SOMEBODY, "volunteer_activism"),
)  # fmt: skip
WHO_CHECKS = (
    copy.WHO_CHECKS, copy.WHO_CHECKS_DETAIL, *[_way(who[0], "person") for who in (today.LEO, today.MAYA, today.SAM)],
)  # fmt: skip
DISTANCE = (
    "Kai", copy.TOLD_IF_ASKED, _way("Ask to be my witness", "visibility"), _way(copy.MUTE, "notifications"),
    _way(copy.RESTRICT, "visibility"), _way("No longer friends", "person"), _way("Block", "block"),
    _way("Report", "flag"),
)  # fmt: skip
QUIET_HOURS = (
    "Quiet hours", "Nothing rings, and afterwards it comes as one. Your reminders are yours.",
    *[_way(words, "bedtime") for words in ("21:00 to 8:00", "22:00 to 7:00", "23:00 to 6:00", "Never")],
)  # fmt: skip


def over(screen: Widget, asked: tuple[str, str, *tuple[Way, ...]]) -> Widget:
    """This screen with the sheet open above it."""
    title, detail, *ways = asked
    root = FloatLayout(size=Window.size, size_hint=(None, None))
    said = tuple(replace(way, text=say(way.text)) for way in ways)
    sheet = Sheet(title=say(title), detail=say(detail), ways=said, palette=screen.palette)
    sheet.shade = 1
    screen.size_hint = (1, 1)
    root.add_widget(screen)
    root.add_widget(sheet)
    return root


def replayed(photos: SamplePhotos, draw: Callable[..., TodayScreen], *, dark: bool) -> TodayScreen:
    """Two have answered and turned, the third is turning; the others have yet to."""
    end = today.warm(photos)
    begin = replace(end, faces=tuple(replace(face, expression=today.GREY, badge=None) for face in end.faces),
                    first_answer=None)  # fmt: skip
    screen = draw(begin, dark=dark)
    for face in end.faces[:3]:
        screen.turn(face)
    return screen
