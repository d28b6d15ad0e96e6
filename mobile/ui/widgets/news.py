"""Something just told, at the top of Today: in the header's place, so that nothing else moves."""

from collections.abc import Callable

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters.people_state import NoticeView
from mobile.ui.drawing import shapes
from mobile.ui.theme import sizes
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE, Layers
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text


def notice_face(notice: NoticeView, side: float) -> Face | Medal:
    """Whoever it is about; a small sun where it is about nobody."""
    if notice.person is None:
        return Medal(icon="wb_sunny", side=side, pos_hint=MIDDLE)
    return Face(view=notice.person, size=(dp(side), dp(side)), ring_width=2.2, pos_hint=MIDDLE)


class NewsBand(Pressable, BoxLayout):
    """A face and a sentence; a tap puts it away."""

    def __init__(self, *, notice: NoticeView, action: Callable[[], object]) -> None:
        super().__init__(
            size_hint=(1, None), height=dp(sizes.HEADER), padding=(dp(12), 0, dp(18), 0), spacing=dp(12),
            pos_hint={"x": 0, "top": 1}, key="news_band", action=action,
        )  # fmt: skip
        self.add_widget(notice_face(notice, 36))
        words = Text(text=notice.text, style="label", flow="wrap", halign="left", pos_hint=MIDDLE)
        words.bind(height=self._grow)
        self.add_widget(words)

    def _grow(self, _words: Text, height: float) -> None:
        self.height = max(dp(sizes.HEADER), height + dp(18))

    def paint(self) -> None:
        radius = dp(sizes.HEADER) / 2
        strength = 0.10 * self.palette.shadow_strength
        shapes.shadow(self.box, radius, self.palette.shadow, strength, blur=22, drop=6)
        shapes.panel(self.sunk, radius, self.palette.card)


class NewsPlace(Layers):
    """The header, and over it now and then a band."""

    def __init__(self, header: BoxLayout, **kwargs: object) -> None:
        super().__init__(size_hint=(1, None), height=header.height, **kwargs)
        self._header = header
        self._band: NewsBand | None = None
        self._notice: NoticeView | None = None
        header.bind(height=self.setter("height"))
        header.pos_hint = {"x": 0, "y": 0}
        self.add_widget(header)

    def tell(self, notice: NoticeView | None, *, put_away: Callable[[], object], slowly: bool) -> None:
        """Show this one, or none; the header makes room for it and comes back after it."""
        if notice == self._notice:
            return
        if self._band is not None:
            self.remove_widget(self._band)
        self._notice, self._band = notice, None
        if notice is not None:
            self._band = NewsBand(notice=notice, action=put_away)
            self._band.opacity = 0
            self.add_widget(self._band)
            _fade(self._band, 1, slowly=slowly)
        _fade(self._header, 0 if notice else 1, slowly=slowly)


def _fade(widget: Layers | BoxLayout, opacity: float, *, slowly: bool) -> None:
    Animation.cancel_all(widget, "opacity")
    if slowly:
        Animation(opacity=opacity, d=0.3, t="out_sine").start(widget)
    else:
        widget.opacity = opacity
