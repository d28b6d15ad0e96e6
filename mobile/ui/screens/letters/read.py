"""Reading a letter: a friend's on the day it was made, or one's own on the day it opened."""

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.letters_state import OpenedLetter
from mobile.presenters.views import PhotoView
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.letters.desk import ReadDesk
from mobile.ui.screens.letters.stage import LetterStage
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import gold, palette_for
from mobile.ui.widgets.buttons import BrightButton, PillButton, QuietLink, RoundButton
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow, Layers
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.rays import Rays
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood

_LOW = 700
"""dp."""


class ReadScreen(ColumnScreen):
    """`words`: what stands over a blue letter."""

    def __init__(self, *, letter: OpenedLetter, words: str, desk: ReadDesk, dark: bool) -> None:
        palette = gold(dark=dark) if letter.gold else palette_for(Mood.COLD, dark=dark)
        super().__init__(palette=palette, foot=SAFE_AREA.bottom + 10)
        self._desk = desk
        self._days: DaysStrip | None = None
        self.column.spacing = dp(8)
        self.stage = LetterStage(letter)
        self._rays = Rays(size_hint=(1, 1)) if letter.gold else None
        if self._rays:
            self.add_widget(self._rays, index=len(self.children) - 1)
            self.stage.fbind("taken", self._light)
        matter = self._gold(letter) if letter.gold else self._blue(words)
        for widget in matter:
            self.column.add_widget(widget)
        self.wear(palette, slowly=False)
        if self._rays:
            dress(self._rays, palette)
        self.fbind("height", Clock.create_trigger(self._make_room, -1))

    def _make_room(self, _dt: float) -> None:
        """On a low screen the days that led to the letter step aside for it."""
        if self._days is None or (self._days.parent is None) == (self.height < dp(_LOW)):
            return
        if self._days.parent is None:
            self.column.add_widget(self._days, index=2)
        else:
            self.column.remove_widget(self._days)

    def _light(self, *_: object) -> None:
        if self._rays and self.height > 1:
            low = self.stage.to_window(*self.stage.pos)[1] - self.to_window(*self.pos)[1]
            self._rays.centre_y = (low + self.stage.height * 0.56) / self.height
            head = (0, low + self.stage.height, self.width, self.height)
            foot = (0, 0, self.width, low)
            self._rays.clear = [*self.stage.taken, head, foot]

    def _gold(self, letter: OpenedLetter) -> list[Widget]:
        matter: list[Widget] = [self._top(letter.line, say(copy.GOLD_OPENS)), self.stage]
        if letter.photos:
            self._days = DaysStrip(photos=letter.photos)
            matter.append(self._days)
        if letter.thanked:
            main = BrightButton(text=say(copy.KEEP_IT), icon="favorite", key="keep", action=self._desk.close)
        else:
            words = copy.thank(letter.signed)
            main = BrightButton(text=words, icon="favorite", key="thank", action=self._desk.thank)
        return [*matter, main, self._quiet_ways(letter)]

    def _quiet_ways(self, letter: OpenedLetter) -> BoxLayout:
        ways = GrowingRow(least=sizes.TARGET)
        ways.add_widget(Widget())
        if not letter.thanked:
            ways.add_widget(QuietLink(text=say(copy.KEEP_IT), key="keep", action=self._desk.close))
        ways.add_widget(QuietLink(text=say(copy.REPORT_IT), icon="flag", key="report", action=self._desk.report))
        ways.add_widget(Widget())
        return ways

    def _blue(self, words: str) -> list[Widget]:
        tomorrow = Text(text=say(copy.LETTER_TOMORROW), style="heading", flow="wrap", halign="center")
        show = PillButton(text=say(copy.SHOW_UP), icon="photo_camera", key="show_up", action=self._desk.show_up)
        rest = QuietLink(text=say(copy.REST_A_WHILE), icon="spa", key="rest", action=self._desk.rest)
        rest.pos_hint = CENTRE
        return [self._top("", words), self.stage, tomorrow, show, rest]

    def _top(self, line: str, title: str) -> BoxLayout:
        """The words stand in the middle of the screen, whatever stands beside them."""
        top = GrowingRow(least=76, spacing=dp(8))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.bind(height=lambda _words, height: setattr(top, "height", max(dp(76), height)))
        if line:
            words.add_widget(Text(text=line, style="small", tone="muted", flow="wrap", halign="center"))
        words.add_widget(Text(text=title, style="heading", flow="wrap", halign="center"))
        close = RoundButton(icon="close", key="close", action=self._desk.close, pos_hint=MIDDLE)
        top.add_widget(Widget(size_hint=(None, 1), width=close.width))
        top.add_widget(words)
        top.add_widget(close)
        return top


class _Lit(Layers, Painted):
    """The day that opened it, in a white frame."""

    def paint(self) -> None:
        shapes.glow(self.center, self.width * 1.1, "#FFB02E", 0.6)
        box = (self.x - dp(3), self.y - dp(3), self.width + dp(6), self.height + dp(6))
        shapes.panel(box, dp(15), "#FFFFFF")


class DaysStrip(BoxLayout):
    """The days that led here, the last one in light."""

    def __init__(self, *, photos: tuple[PhotoView, ...], **kwargs: object) -> None:
        super().__init__(size_hint=(1, None), height=dp(86), spacing=dp(6), padding=(0, dp(4), 0, 0), **kwargs)
        self.add_widget(Widget())
        for place, photo in enumerate(photos):
            self.add_widget(self._day(photo, last=place == len(photos) - 1))
        self.add_widget(Widget())

    @staticmethod
    def _day(photo: PhotoView, *, last: bool) -> BoxLayout:
        day = BoxLayout(orientation="vertical", size_hint=(None, 1), width=dp(44), spacing=dp(5))
        frame = _Lit(size_hint=(1, None), height=dp(58)) if last else Layers(size_hint=(1, None), height=dp(58))
        frame.add_widget(Photo(paths=[photo.path or ""], radius=12, focus=[0.5, 0.8]))
        day.add_widget(frame)
        style, tone = ("tiny_strong", "ink") if last else ("tiny", "muted")
        day.add_widget(Text(text=photo.label, style=style, tone=tone, flow="wrap", halign="center"))
        return day
