"""A friend's day: their photo beside their first, or the words of a day without one; and the card of an empty day."""

from collections.abc import Callable
from dataclasses import replace

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.rounds_state import CardView
from mobile.presenters.views import PhotoView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.buttons import RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.clip import photo_of
from mobile.ui.widgets.corners import place_in_corner
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.halves import EmptyDay
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow, Layers
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.overlay import GlassButton, stands_on_photo
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text
from shared.languages import say

_ON_A_CARD = 30
"""dp; corners rounder than that are those of a card itself."""
_LONG_NOTE = 50
"""Letters of a note that may be set large."""


def words_under(card: CardView) -> str:
    """A caption too long for its photo."""
    return card.caption if card.photo and not stands_on_photo(card.caption) else ""


def own_line(text: str) -> Text:
    """Words I wrote, as I wrote them."""
    return Text(text=f"“{text}”", style="small", tone="muted", flow="wrap", halign="center")


class FriendCard(Layers):
    """One photo or a duet with the friend's face and words at the foot."""

    def __init__(
        self, *, card: CardView, radius: float = 32, beside: Callable[[], object] | None = None, **kwargs: object
    ) -> None:
        """`beside`: ask what to do with this day, where there is no room to say it in words."""
        super().__init__(**kwargs)
        if card.photo is None:
            self._without_photo(card, radius)
        else:
            self._with_photo(card, radius, beside=beside is not None)
        if beside is not None:
            kind = GlassButton if card.photo else RoundButton
            button = kind(key="beside", icon="group_add", action=beside)
            place_in_corner(self, button, dp(14), right=True, low=True)
            self.add_widget(button)

    def _with_photo(self, card: CardView, radius: float, *, beside: bool) -> None:
        photo = card.photo or PhotoView(None)
        duet = card.anchor is not None and bool(card.anchor.path) and bool(photo.path)
        both = (card.anchor, photo) if duet and card.anchor else (photo,)
        self.add_widget(
            photo_of(*both, radius=radius, lifted=radius > 30, top_scrim=0.2, bottom_scrim=0.34, focus=[0.5, 0.5])
        )
        if duet and card.anchor and card.anchor.label:
            self._chip(Chip(text=card.anchor.label, fill="white"), right=False)
        if card.photo and card.photo.label:
            self._chip(Chip(text=card.photo.label, fill="chip", tone="white"), right=True)
        self.add_widget(FriendWords(card=card, room_right=66 if beside else 18))

    def _chip(self, chip: Chip, *, right: bool) -> None:
        place_in_corner(self, chip, dp(14), right=right, share=0.5)
        self.add_widget(chip)

    def _without_photo(self, card: CardView, radius: float) -> None:
        paper = CardBox(radius=radius, padding=(dp(24), dp(18)), spacing=dp(10))
        self._given = self.height
        paper.bind(minimum_height=self._make_room)
        paper.add_widget(Widget())
        long = len(card.caption) > _LONG_NOTE
        if not long:
            paper.add_widget(Medal(icon="edit_note" if card.caption else "check", pos_hint=CENTRE))
        style = "body" if long else "heading"
        paper.add_widget(Text(text=card.caption or say("Done."), style=style, flow="wrap", halign="center"))
        line = f"{card.habit_title} · {card.when}" if card.when else card.habit_title
        paper.add_widget(Text(text=line, style="small", tone="muted", flow="wrap", halign="center"))
        paper.add_widget(Widget())
        self.add_widget(paper)

    def _make_room(self, _paper: CardBox, needed: float) -> None:
        if self.size_hint_y is None:
            self.height = max(self._given, needed)


class FriendWords(Layers):
    """Face, habit and moment at the foot of a photo."""

    def __init__(self, *, card: CardView, room_right: float = 18, **kwargs: object) -> None:
        """`room_right`, in dp, is kept free for what else lies there."""
        super().__init__(**kwargs)
        self._room_right = room_right
        self._order = Clock.create_trigger(self._place, -1)
        self._face = Face(view=card.person, size=(dp(44), dp(44)), ring_width=2, rim_tone="rim")
        self._lines = BoxLayout(orientation="vertical", size_hint=(None, None), spacing=dp(1))
        if words_under(card):
            card = replace(card, caption="")
        for text, style in ((card.caption or card.habit_title, "overlay"), (_line(card), "overlay_small")):
            if text:
                line = Text(text=text, style=style, tone="white", flow="cut", halign="left")
                line.fbind("height", self._order)
                self._lines.add_widget(line)
        self.add_widget(self._face)
        self.add_widget(self._lines)
        for name in ("pos", "size"):
            self.fbind(name, self._order)

    def _place(self, _dt: float) -> None:
        self._face.pos = (self.x + dp(18), self.y + dp(18))
        self._lines.width = self.width - dp(74 + self._room_right)
        self._lines.height = sum(line.height for line in self._lines.children) + dp(1)
        self._lines.pos = (self.x + dp(74), self.y + dp(40) - self._lines.height / 2)


def _line(card: CardView) -> str:
    words = (card.habit_title if card.caption else "", card.when)
    return " · ".join(word for word in words if word)


class Stack(Layers, Painted):
    """The present card over the edges of those behind it."""

    behind = NumericProperty(0)
    paints = ("behind",)
    least = 300

    def __init__(self, front: Widget, *, behind: int, **kwargs: object) -> None:
        super().__init__(behind=behind, size_hint_min_y=dp(self.least), **kwargs)
        self._front = front
        front.size_hint = (None, None)
        self.add_widget(front)

    def arrange(self) -> None:
        self._front.pos = self.pos
        self._front.size = (self.width, self.height - dp(11) * self.behind)

    def paint(self) -> None:
        for step in range(int(self.behind), 0, -1):
            inset = dp(17) * step
            top = self.y + self.height - dp(11) * (self.behind - step)
            box = (self.x + inset, top - dp(90), self.width - 2 * inset, dp(90))
            strength = 0.14 * self.palette.shadow_strength
            shapes.shadow(box, dp(28), self.palette.shadow, strength, blur=16, drop=2)
            shapes.panel(box, dp(28), self.palette.card, 1)
            shapes.panel(box, dp(28), self.palette.soft, 0.35 + 0.3 * (step - 1))


class MissCard(CardBox):
    """An empty day of a friend: named, nothing more."""

    def __init__(self, *, card: CardView, **kwargs: object) -> None:
        super().__init__(padding=dp(14), spacing=dp(12), size_hint_min_y=dp(240), **kwargs)
        face = GrowingRow(least=92)
        face.add_widget(Widget())
        face.add_widget(Face(view=card.person, size=(dp(76), dp(76)), ring_width=3.5, pos_hint=MIDDLE))
        face.add_widget(Widget())
        self.add_widget(face)
        self.add_widget(EmptyDay(name=card.habit_title))
        for text, tone in ((card.caption, "ink"), (card.when, "muted")):
            if text:
                self.add_widget(Text(text=text, style="caption", tone=tone, flow="wrap", halign="center"))
