"""The widgets of the kit, one after the other, as a column in one palette."""

from collections.abc import Iterator

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import MonthDay, Weekday
from mobile.presenters.today_state import Strip
from mobile.presenters.views import FaceView, TrayItem
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.bands import FirstAnswer, Notice, OfflineRibbon, TrayList, YesterdayStrip, hug_height
from mobile.ui.widgets.bars import WeekBars
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill, RoundButton, SmallPill
from mobile.ui.widgets.calendar import DayCell
from mobile.ui.widgets.camera import CameraButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.curve import Curve
from mobile.ui.widgets.envelope import Envelope
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.halves import EmptyDay, EmptyHalf, OpenDay
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.headline import Headline as HeadlineWidget
from mobile.ui.widgets.layers import MIDDLE, Layers
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.qr import QrCode
from mobile.ui.widgets.scene import Scene
from mobile.ui.widgets.text import Text
from mobile.ui.widgets.week import Week
from shared.headlines import Headline
from shared.languages import say
from shared.moods import Expression
from shared.states import DayState
from tools.shooting.photos import SamplePhotos
from tools.shooting.today import LEO, MAYA, NORA, SAM, face, week

_STATES = (
    DayState.DONE, DayState.LATE, DayState.PARTIAL, DayState.FORGIVEN, DayState.MISSED, DayState.REST, DayState.OPEN,
)  # fmt: skip
_STYLES = ("title", "heading", "strong", "body", "small", "caption", "tiny")


def nothing(*_: object) -> None:
    """Nobody touches a gallery's widget in earnest."""


def column(palette: Palette, photos: SamplePhotos, title: str) -> Widget:
    """All pieces on the ground of this palette; as high as they are."""
    pieces = BoxLayout(orientation="vertical", spacing=dp(14), padding=dp(20))
    hug_height(pieces)
    for piece in _pieces(photos, title):
        pieces.add_widget(piece)
    root = Layers(size_hint=(1, None))
    pieces.bind(height=root.setter("height"))
    root.add_widget(Scene(palette=palette))
    root.add_widget(pieces)
    dress(root, palette)
    return root


def _pieces(photos: SamplePhotos, title: str) -> Iterator[Widget]:
    yield Header(line="Header", title=title)
    yield _headline()
    yield _faces()
    yield _card(*(Text(text=f"{style}: quick and kind", style=style, flow="cut", halign="left") for style in _STYLES))
    yield PillButton(text="The one thing to do", icon="photo_camera", action=nothing)
    yield PillButton(text="Not yet", disabled=True)
    yield _row(SmallPill(text="Thanks"), QuietPill(text="Quiet", fill="card"), QuietPill(text="Chosen", chosen=True))
    yield _row(RoundButton(icon="close"), RoundButton(icon="edit"), CameraButton(), QuietLink(text="A way out"))
    yield _row(
        Chip(text="Day 41"), Chip(text="Day 1", fill="white"), Chip(text="Soft", fill="soft", tone="accent_text")
    )
    yield Field(hint="Where one writes", icon="edit", text="")
    yield _week()
    yield FirstAnswer(face=face(MAYA, Expression.SMILING), text="Maya saw you first.", on_thanks=nothing)
    yield YesterdayStrip(
        strip=Strip("Yesterday still counts until noon.", "Did you do it?", "I did: add it", "No", "2026-11-22"),
        on_yes=nothing, on_no=nothing,
    )  # fmt: skip
    yield OfflineRibbon()
    yield Notice(text="That day has closed.")
    yield TrayList(
        items=(TrayItem(1, "Day 41", "Waiting for the network", refused=False),), on_retry=nothing, on_drop=nothing
    )
    yield _halves(photos)
    yield _row(EmptyDay(name="Monday", size_hint=(1, None), height=dp(110)), _open_day())
    yield _card(Curve(values=[0.9 * (1 - 0.95**day) for day in range(40)]))
    yield _card(
        WeekBars(weekdays=tuple(Weekday(letter, 6 - n % 3, 6) for n, letter in enumerate(say(habit_copy.LETTERS))))
    )
    yield _card(_days())
    yield _row(Envelope(pos_hint=MIDDLE), Medal(icon="star", bright=True), QrCode(text="kith", size=(dp(96), dp(96))))


def _headline() -> Widget:
    headline = HeadlineWidget(most=dp(300))
    headline.size_hint_x = 1
    headline.show(Headline("Day 41.", "Show Maya.", "Any time before you sleep."))
    return headline


def _faces() -> Widget:
    people = ((NORA, Expression.GREY, None), (LEO, Expression.COLOUR, None), (MAYA, Expression.SMILING, "proud"),
              (SAM, Expression.DOWN, None))  # fmt: skip
    row = BoxLayout(size_hint=(1, None), height=dp(72))
    for who, expression, badge in people:
        place = Layers()
        view: FaceView = face(who, expression, badge)
        place.add_widget(Face(view=view, size=(dp(54), dp(54)), pos_hint={"center_x": 0.5, "center_y": 0.5}))
        row.add_widget(place)
    return row


def _week() -> Widget:
    days = Week()
    days.show(week("TWTFSSM", "dprfmgo"))
    return days


def _halves(photos: SamplePhotos) -> Widget:
    row = BoxLayout(size_hint=(1, None), height=dp(210), spacing=dp(10))
    row.add_widget(Photo(paths=[photos.path("morning_run", 1)], radius=22, bottom_scrim=0.3, lifted=True))
    row.add_widget(EmptyHalf(chip="Day 41"))
    return row


def _open_day() -> Widget:
    return OpenDay(size_hint=(1, None), height=dp(110))


def _days() -> Widget:
    row = BoxLayout(size_hint=(1, None), height=dp(46))
    for n, state in enumerate(_STATES, start=1):
        row.add_widget(DayCell(day=MonthDay(f"2026-11-{n:02}", n, state.value, n == 1, n == len(_STATES))))
    return row


def _row(*widgets: Widget) -> Widget:
    row = BoxLayout(size_hint=(1, None), spacing=dp(12))
    row.bind(minimum_height=row.setter("height"))
    for widget in widgets:
        widget.pos_hint = MIDDLE
        row.add_widget(widget)
    row.add_widget(Widget(size_hint=(1, None), height=dp(44)))
    return row


def _card(*widgets: Widget) -> Widget:
    card = CardBox(padding=dp(16), spacing=dp(6), radius=30)
    hug_height(card)
    for widget in widgets:
        card.add_widget(widget)
    return card
