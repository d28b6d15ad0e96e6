"""The day that was touched: its photo, its words, what became of it, and what it still allows."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import DayView, DayWay
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.sheet import Sheet, Way
from mobile.ui.widgets.text import Text
from shared.languages import say

_PHOTO = 280


def day_sheet(
    *, day: DayView, palette: Palette, on_way: Callable[[DayWay], object], on_duet: Callable[[], object],
    on_close: Callable[[], object],
) -> Sheet:  # fmt: skip
    ways = [_way(way, day, on_way) for way in day.ways]
    if day.beside:
        ways.append(Way(say(habit_copy.BESIDE_DAY_ONE), "photo_library", "beside", on_duet))
    words = " ".join(part for part in (day.words, day.photo.when if day.photo else "") if part)
    title = f"{day.title} · {day.number}" if day.number else day.title
    return Sheet(
        title=title, detail=words, ways=tuple(ways), palette=palette, matter=_matter(day),
        closing=say(habit_copy.CLOSE),
        on_close=on_close,
    )  # fmt: skip


def _matter(day: DayView) -> list[Widget]:
    parts: list[Widget] = []
    if day.photo is not None:
        parts.append(Photo(paths=[day.photo.path or ""], radius=26, size_hint=(1, None), height=dp(_PHOTO)))
    if day.caption:
        parts.append(Text(text=day.caption, style="strong", flow="wrap", halign="center"))
    return parts


def _way(way: DayWay, day: DayView, on_way: Callable[[DayWay], object]) -> Way:
    text, icon = {
        DayWay.PHOTO: (say(habit_copy.ADD_PHOTO) if day.late else say(habit_copy.SHOW_UP), "photo_camera"),
        DayWay.TICK: (say(habit_copy.JUST_ADD) if day.late else say(habit_copy.JUST_DONE), "check"),
        DayWay.REST: (say(habit_copy.REST_DAY), "bedtime"),
        DayWay.NO_REST: (say(habit_copy.NO_REST), "wb_sunny"),
        DayWay.UNDO: (say(habit_copy.TAKE_BACK), "history"),
    }[way]
    return Way(text, icon, f"day_{way.value}", lambda: on_way(way), main=way is DayWay.PHOTO)
