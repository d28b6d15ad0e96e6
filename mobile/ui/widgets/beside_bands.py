"""Bands about friends beside a habit: their latest day, an offer to start, and that it was started."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import beside_copy
from mobile.presenters.beside_state import BesideOffer, ModelView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import QuietLink, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say

_THUMB, _STEP = 42, 30


class Thumb(Widget):
    """Their latest photo in a round window, or their face while there is none."""

    def __init__(self, model: ModelView) -> None:
        super().__init__(size_hint=(None, None), size=(dp(_THUMB), dp(_THUMB)))
        path = model.photo.path if model.photo else None
        side = dp(_THUMB)
        if path:
            self._picture: Widget = Photo(paths=[path], radius=_THUMB / 2, focus=[0.5, 0.55])
        else:
            self._picture = Face(view=model.person, ring_width=2)
        self._picture.size_hint, self._picture.size = (None, None), (side, side)
        self.add_widget(self._picture)
        self.bind(pos=lambda *_: setattr(self._picture, "pos", self.pos))


class Thumbs(Widget):
    """Up to three, each a little over the one before."""

    def __init__(self, models: tuple[ModelView, ...]) -> None:
        wide = _THUMB + _STEP * (len(models) - 1)
        super().__init__(size_hint=(None, None), size=(dp(wide), dp(_THUMB)), pos_hint=MIDDLE)
        self._thumbs = [Thumb(model) for model in models]
        for thumb in self._thumbs:
            self.add_widget(thumb)
        self.bind(pos=self._place)

    def _place(self, *_: object) -> None:
        for number, thumb in enumerate(self._thumbs):
            thumb.pos = (self.x + dp(_STEP) * number, self.y)


class ModelsBand(Pressable, BoxLayout):
    """Somebody to be like, quietly: a touch lays their day beside mine."""

    def __init__(self, *, models: tuple[ModelView, ...], action: Callable[[], object]) -> None:
        super().__init__(
            size_hint=(1, None), height=dp(58), padding=(dp(8), dp(6), dp(14), dp(6)), spacing=dp(12), key="models",
            action=action,
        )  # fmt: skip
        self.add_widget(Thumbs(models))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        first, line = _words(models)
        words.add_widget(Text(text=first, style="strong", flow="cut", halign="left"))
        words.add_widget(Text(text=line, style="tiny", tone="muted", flow="cut", halign="left"))
        self.add_widget(words)
        self.add_widget(Icon(name="chevron_right", side=20, tone="muted", pos_hint=MIDDLE))

    def paint(self) -> None:
        strength = 0.10 * self.palette.shadow_strength
        shapes.shadow(self.sunk, dp(29), self.palette.shadow, strength, blur=30, drop=10)
        shapes.panel(self.sunk, dp(29), self.palette.card)


def _words(models: tuple[ModelView, ...]) -> tuple[str, str]:
    if len(models) == 1:
        return models[0].line, models[0].title
    names = [beside_copy.first_name(model.person.name) for model in models]
    return beside_copy.models_line(names), say(beside_copy.BESIDE_YOU)


class AskBand(CardBox):
    """A sentence, a quiet line, and two ways: one that does it, one that puts it away."""

    def __init__(self, *, text: str, detail: str, yes: Widget, no: Widget) -> None:
        super().__init__(radius=24, strength=0.10, padding=(dp(16), dp(12), dp(12), dp(8)), spacing=dp(2))
        hug_height(self)
        self.add_widget(Text(text=text, style="strong", flow="wrap", halign="left"))
        self.add_widget(Text(text=detail, style="caption", tone="muted", flow="wrap", halign="left"))
        ways = BoxLayout(size_hint=(1, None), height=dp(46), spacing=dp(8))
        for way in (yes, no):
            way.pos_hint = MIDDLE
            ways.add_widget(way)
        ways.add_widget(Widget())
        self.add_widget(ways)


def offer_band(offer: BesideOffer, *, start: Callable[[], object], put_away: Callable[[], object]) -> AskBand:
    """Came in for it: one tap makes it a promise of one's own."""
    return AskBand(
        text=offer.text, detail=offer.detail,
        yes=SmallPill(text=say(beside_copy.START), key=f"start_{offer.day.habit_id}", action=start),
        no=QuietLink(text=say(beside_copy.NOT_NOW), key="offer_away", action=put_away),
    )  # fmt: skip


def started_band(name: str, *, good: Callable[[], object], undo: Callable[[], object]) -> AskBand:
    """It is made, and who hears of it; one tap takes it back."""
    return AskBand(
        text=beside_copy.started(name), detail=say(beside_copy.STARTED_DETAIL, name=name),
        yes=SmallPill(text=say(beside_copy.GOOD), key="started_good", action=good),
        no=QuietLink(text=say(beside_copy.UNDO), key="started_undo", icon="history", action=undo),
    )  # fmt: skip
